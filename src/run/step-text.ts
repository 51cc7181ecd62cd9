import type { Sequence } from './state.ts';

/** A step without what ends it: the numbers that are left after a step of Countdown, or a semicolon. */
export function withoutStepEnd(text: string): string {
  return text.replace(/\s*\[[^[\]]*\]$|\s*;$/, '');
}

/** Makes each sequence's text once: one that did not grow is the same object in every state. */
export function textBySequence(make: (sequence: Sequence) => string): (sequence: Sequence) => string {
  const known = new WeakMap<Sequence, string>();
  return (sequence) => {
    const text = known.get(sequence) ?? make(sequence);
    known.set(sequence, text);
    return text;
  };
}
