import type { rStarActions, SequenceLabel } from '../facts/label.ts';

type Action = (typeof rStarActions)[number];
type Reader = readonly [RegExp, (...parts: readonly string[]) => SequenceLabel];

const actions: ReadonlyMap<string, Action> = new Map([
  ['One step', 'step'],
  ['The rest', 'rest'],
  ['Sub-question', 'sub-question'],
  ['Answered again', 're-answer'],
  ['Rephrased', 'rephrase'],
]);

/** Every label that version 1 wrote. */
const readers: readonly Reader[] = [
  [/^Trace$/, () => ({ kind: 'only-trace' })],
  [/^Trace (\d+)$/, (number) => ({ kind: 'trace', number: Number(number) })],
  [
    /^Chain (\d+), attempt (\d+)$/,
    (chain, attempt) => ({ kind: 'attempt', chain: Number(chain), attempt: Number(attempt) }),
  ],
  [/^Step (\d+)$/, (step) => ({ kind: 'step', step: Number(step), draw: null })],
  [/^Step (\d+), draw (\d+)$/, (step, draw) => ({ kind: 'step', step: Number(step), draw: Number(draw) })],
  [/^Lookahead from node (\d+)$/, (node) => ({ kind: 'lookahead', node: Number(node) })],
  [/^Rollout from node (\d+)$/, (node) => ({ kind: 'node-rollout', node: Number(node) })],
  [
    /^Rollout (\d+) from step (\d+)$/,
    (number, step) => ({ kind: 'step-rollout', step: Number(step), number: Number(number) }),
  ],
  [
    /^Evaluation (\d+) of step (\d+)$/,
    (number, step) => ({ kind: 'evaluation', step: Number(step), number: Number(number) }),
  ],
  [
    /^Check (\d+) of node (\d+)(?:, by (.+))?$/,
    (number, node, by) => ({ kind: 'check', node: Number(node), number: Number(number), by: by ?? null }),
  ],
  [
    /^Answer to sub-question (\d+), draw (\d+)$/,
    (question, draw) => ({ kind: 'sub-answer', question: Number(question), draw: Number(draw) }),
  ],
  [
    /^(One step|The rest|Sub-question|Answered again|Rephrased), draw (\d+)$/,
    (title = '', draw) => ({ kind: 'action', action: actions.get(title) ?? 'step', draw: Number(draw) }),
  ],
];

export function labelOf(text: string): SequenceLabel {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(text);
    if (match) return read(...match.slice(1));
  }
  return { kind: 'as-saved', text };
}
