import type { LoggedToken } from '../run/events.ts';

/**
 * Cuts a trace into its steps: a step ends with a token whose text is one of `stepEnds`; what follows the last of them
 * (the answer) is the last step.
 */
export function splitSteps(tokens: readonly LoggedToken[], stepEnds: readonly string[]): readonly (readonly LoggedToken[])[] {
  const steps: LoggedToken[][] = [];
  let step: LoggedToken[] = [];
  for (const token of tokens) {
    step.push(token);
    if (stepEnds.includes(token.text)) {
      steps.push(step);
      step = [];
    }
  }
  return step.length > 0 ? [...steps, step] : steps;
}
