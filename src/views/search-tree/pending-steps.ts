import { itemAt } from '#experiment/surely.ts';
import type { RunState, Sequence } from '#run/state.ts';
import { textBySequence } from '#run/step-text.ts';
import { traceText } from '#run/trace-text.ts';
import { readable } from './sub-question.ts';

/** Next steps that are being drawn and of which no nodes have been made yet. */
export interface PendingSteps {
  readonly drawn: number;
  readonly all: number;
  /** What has been drawn so far, the most frequent first. */
  readonly steps: readonly { readonly text: string; readonly count: number }[];
  /** The newest of those still being written, as far as they have come. */
  readonly writing: string | null;
}

/** Null where no steps are being drawn. */
export function pendingSteps({ sequences, status }: RunState): PendingSteps | null {
  if (status !== 'running') return null;
  let [drawn, all] = [0, 0];
  let writing: Sequence | null = null;
  const counts = new Map<string, number>();
  // All that is drawn at once has been started at once: the last ones of the list.
  for (let at = sequences.length - 1; at >= 0; at--) {
    const sequence = itemAt(sequences, at);
    if (!isStep(sequence) || sequence.node !== null || sequence.sameAs !== null) break;
    all += 1;
    if (sequence.end === null) {
      if (sequence.tokens.length > (writing?.tokens.length ?? 0)) writing = sequence;
      continue;
    }
    drawn += 1;
    const text = textOf(sequence);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if (drawn === all) return null;
  const steps = [...counts].map(([text, count]) => ({ text, count })).toSorted((a, b) => b.count - a.count);
  return { drawn, all, steps, writing: writing && partial(writing) };
}

const isStep = ({ label, from }: Sequence): boolean =>
  from !== null && (label.kind === 'step' || label.kind === 'action');

/** Without the numbers left, which a step of Countdown ends in, as far as they have come. */
const partial = (sequence: Sequence): string =>
  joined(thoughtOf(sequence).replace(/\s*\[[^\]]*$/, ''), answerOf(sequence));

const textOf = textBySequence((sequence) => joined(thoughtOf(sequence), answerOf(sequence)));

/** A step and the answer that it ends in do not read as one. */
const joined = (thought: string, answer: string): string =>
  [thought, answer].filter((part) => part !== '').join(' → ');

const thoughtOf = ({ tokens }: Sequence): string =>
  readable(traceText(tokens.filter(({ role }) => role !== 'control' && role !== 'answer')));
const answerOf = ({ tokens }: Sequence): string =>
  readable(traceText(tokens.filter(({ role }) => role === 'answer')));
