import type { Answer, Grade } from '../events.ts';
import type { Score } from '../score.ts';
import { type RunState, type Sequence, sequenceOf } from '../state.ts';
import { pathTo } from '../tree-state.ts';

/** A finished trace that could have been the answer: one drawn whole, or a path of a search with its sequences, root first. */
export interface End {
  readonly sequences: readonly Sequence[];
  /** The node it ends with; null for a trace drawn whole. */
  readonly node: number | null;
  readonly answer: Answer | null;
  readonly grade: Grade | null;
  readonly score: Score;
}

/** All finished traces of a run, in the order of their making: those drawn whole, then a search's. What verifiers write is none. */
export function endsOf(state: RunState): readonly End[] {
  const whole = state.sequences.filter(isWhole).map((sequence): End => {
    const { answer, grade, score } = sequence;
    return { sequences: [sequence], node: null, answer, grade, score: score?.score ?? null };
  });
  const paths = state.tree
    .filter(({ end }) => end === 'terminal')
    .map(({ node, answer, grade, score }): End => {
      const sequences = pathTo(state.tree, node).flatMap(({ sequence }) =>
        sequence === null ? [] : (sequenceOf(state, sequence) ?? []),
      );
      return { sequences, node, answer, grade, score };
    });
  return [...whole, ...paths];
}

function isWhole({ from, extracted, label, prompt }: Sequence): boolean {
  if (from !== null || !extracted) return false;
  switch (label.kind) {
    case 'only-trace':
    case 'trace':
    case 'attempt':
      return true;
    case 'as-saved':
      return prompt.length > 0;
    case 'step':
    case 'lookahead':
    case 'node-rollout':
    case 'step-rollout':
    case 'evaluation':
    case 'check':
    case 'action':
    case 'sub-answer':
      return false;
  }
}

/** The finished trace whose answer was chosen; of a vote, the first that says it. */
export function chosenEnd({ chosen }: RunState, ends: readonly End[]): End | null {
  if (!chosen?.answer) return null;
  const { answer, by } = chosen;
  const own = ends.find(
    ({ node, sequences }) =>
      ('node' in by && node === by.node) ||
      ('sequence' in by && node === null && sequences[0]?.sequence === by.sequence),
  );
  return own ?? ends.find((end) => end.answer?.key === answer.key) ?? null;
}
