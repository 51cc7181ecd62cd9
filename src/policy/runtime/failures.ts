import { PolicyError } from '../policy-error.ts';

/** What the engine or the model's words threw, as a PolicyError. */
export function asPolicyError(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  return new PolicyError(
    'kernel-failed',
    `The model failed while it ran: ${error instanceof Error ? error.message : String(error)}`,
    'Run again. If it happens again, reload the page or choose another model.',
    { cause: error },
  );
}

export function isOutOfSlots(error: unknown): boolean {
  return error instanceof PolicyError && error.code === 'out-of-slots';
}

export function outOfSlots(): PolicyError {
  return new PolicyError(
    'out-of-slots',
    'The model has no room for another sequence.',
    'Wait for a running one to end, or ask for fewer samples at a time.',
  );
}

export function noDistribution(): PolicyError {
  return new PolicyError(
    'kernel-failed',
    'The model put out numbers that are no probabilities.',
    'Run again. If it happens again, reload the page or choose another model.',
  );
}

export function noValueHead(model: string): PolicyError {
  return new PolicyError(
    'unsupported',
    `${model} has no value head.`,
    'Choose another verifier, or a model with a value head.',
  );
}

export function emptyPrefix(): PolicyError {
  return new PolicyError(
    'unsupported',
    'A model cannot go on from nothing.',
    'Begin the prompt with a token: the start of text, for one.',
  );
}

export function unknownToken(token: number, model: string): PolicyError {
  return new PolicyError(
    'unknown-token',
    `${model} has no token ${token}.`,
    'Choose the model the tokens were made with.',
  );
}

export function promptTooLong(length: number, model: string, context: number): PolicyError {
  return new PolicyError(
    'prompt-too-long',
    `The prompt has ${length} tokens; ${model} takes ${context}.`,
    'Shorten the prompt, or choose a model with a longer context.',
  );
}
