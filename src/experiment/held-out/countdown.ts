import * as v from 'valibot';
import { countdownProblem, type CountdownProblem } from '../families/countdown-problem.ts';
import type { HeldOutSet } from '../families/sheet.ts';
import file from './countdown.json' with { type: 'json' };

/** `tree-of-thoughts`: the 100 puzzles of Yao et al. 2023 (arXiv 2305.10601). `random`: others, drawn by seed. */
export type CountdownSource = 'tree-of-thoughts' | 'random' | 'other-target';

export interface HeldOutCountdown {
  readonly problem: CountdownProblem;
  readonly source: CountdownSource;
}

const schema = v.array(
  v.pipe(
    v.strictObject({
      numbers: countdownProblem.entries.numbers,
      target: countdownProblem.entries.target,
      source: v.picklist(['tree-of-thoughts', 'random', 'other-target']),
    }),
    v.transform(({ source, ...rest }): HeldOutCountdown => ({
      problem: { family: 'countdown', ...rest },
      source,
    })),
  ),
);

let problems: readonly HeldOutCountdown[] | null = null;

/** Countdown problems the model was never trained on: those with target 24 first, then other targets. */
export function heldOutCountdown(): readonly HeldOutCountdown[] {
  return (problems ??= v.parse(schema, file.problems));
}

/** All of them, or those with other targets than the 24 that the model was mostly trained on. */
export function heldOut(set: HeldOutSet): readonly CountdownProblem[] {
  return heldOutCountdown()
    .filter(({ source }) => set === 'usual' || source === 'other-target')
    .map(({ problem }) => problem);
}
