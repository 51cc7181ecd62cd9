import * as v from 'valibot';
import { puzzleProblem, type PuzzleProblem } from '../families/puzzle-problem.ts';
import type { HeldOutSet } from '../families/sheet.ts';
import type { PuzzleKind } from '../puzzle/canonical.ts';
import file from './puzzle.json' with { type: 'json' };

/** `held-out`: as long as those that were trained on. `harder`: longer than any of them. */
export type PuzzleSet = 'held-out' | 'harder';

export interface HeldOutPuzzle {
  readonly problem: PuzzleProblem;
  readonly kind: PuzzleKind;
  /** A number, names in alphabetical order with spaces, or `nobody`. */
  readonly answer: string;
  /** That its shortest right thought takes. */
  readonly steps: number;
  readonly set: PuzzleSet;
}

const schema = v.array(
  v.pipe(
    v.strictObject({
      kind: v.picklist(['story', 'equations', 'knights']),
      text: puzzleProblem.entries.text,
      answer: v.string(),
      steps: v.pipe(v.number(), v.integer()),
      set: v.picklist(['held-out', 'harder']),
    }),
    v.transform(({ text, ...rest }): HeldOutPuzzle => ({ problem: { family: 'puzzle', text }, ...rest })),
  ),
);

let problems: readonly HeldOutPuzzle[] | null = null;

/** Puzzles the model was never trained on. */
export function heldOutPuzzles(set: PuzzleSet): readonly HeldOutPuzzle[] {
  problems ??= v.parse(schema, file.problems);
  return problems.filter((one) => one.set === set);
}

/** The kinds in turn, so that the first problems are a fair sample of all. */
export function heldOut(set: HeldOutSet): readonly PuzzleProblem[] {
  const places = new Map<string, number>();
  const ranked = heldOutPuzzles(set === 'usual' ? 'held-out' : 'harder').map(({ kind, problem }) => {
    const place = places.get(kind) ?? 0;
    places.set(kind, place + 1);
    return { place, problem };
  });
  return ranked.toSorted((a, b) => a.place - b.place).map(({ problem }) => problem);
}
