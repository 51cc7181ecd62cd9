import { quoted } from '#run/failure.ts';
import { PolicyError } from '../policy-error.ts';

/** What the engine or the codec threw, as a PolicyError. */
export function asPolicyError(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  return new PolicyError(
    { code: 'kernel-failed', why: { kind: 'threw', detail: quoted(error) } },
    { cause: error },
  );
}

export function isOutOfSlots(error: unknown): boolean {
  return error instanceof PolicyError && error.code === 'out-of-slots';
}

export function outOfSlots(): PolicyError {
  return new PolicyError({ code: 'out-of-slots', slots: null });
}

export function noDistribution(): PolicyError {
  return new PolicyError({ code: 'kernel-failed', why: { kind: 'no-probabilities' } });
}

export function emptyPrefix(): PolicyError {
  return new PolicyError({ code: 'unsupported', why: { kind: 'empty-prompt' } });
}

export function unknownToken(token: number, model: string): PolicyError {
  return new PolicyError({ code: 'unknown-token', why: { kind: 'id', token, model } });
}

export function promptTooLong(tokens: number, model: string, context: number): PolicyError {
  return new PolicyError({ code: 'prompt-too-long', model, tokens, context });
}
