import type { LoggedToken } from '#run/events.ts';
import type { PartialTrace } from './verifier.ts';

/**
 * Cuts a trace into its steps: a step ends with the token that completes one of `stepEnds`, which may be longer than a
 * token or stand within one; what follows the last of them (the answer) is the last step.
 */
export function splitSteps(
  tokens: readonly LoggedToken[],
  stepEnds: readonly string[],
): readonly (readonly LoggedToken[])[] {
  const longest = Math.max(0, ...stepEnds.map((end) => end.length));
  const steps: LoggedToken[][] = [];
  let step: LoggedToken[] = [];
  let tail = '';
  for (const token of tokens) {
    step.push(token);
    const joined = `${tail}${token.placement === 'word' && tail !== '' ? ' ' : ''}${token.text}`;
    const before = joined.length - token.text.length;
    if (stepEnds.some((end) => joined.includes(end, Math.max(0, before - end.length + 1)))) {
      steps.push(step);
      step = [];
      tail = '';
    } else tail = joined.slice(-longest);
  }
  return step.length > 0 ? [...steps, step] : steps;
}

/** Whether a step was written to its end, and not cut off in the middle. */
export function endsStep(step: readonly LoggedToken[], stepEnds: readonly string[]): boolean {
  const last = step.at(-1);
  return last !== undefined && splitSteps([...step, last], stepEnds).at(-1)?.length === 1;
}

/** Whether a trace's last step was cut off in the middle. */
export function isStepCut(
  { steps, finished }: Pick<PartialTrace, 'steps' | 'finished'>,
  stepEnds: readonly string[],
): boolean {
  const last = steps.at(-1);
  return last !== undefined && !finished && !endsStep(last, stepEnds);
}
