import { extractFromTrace } from '#answers/extract.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Problem } from '#experiment/problem.ts';
import { fold } from '#run/fold.ts';
import type { RunEvent } from '#run/events.ts';
import type { SequenceLabel } from '#run/facts/label.ts';
import type { NodeId } from '#run/search-events.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import type { LoggedToken } from '#run/token.ts';
import { handTokens } from './harness.ts';

/** A sequence by hand. */
export interface WrittenSequence {
  readonly text: string;
  readonly label?: SequenceLabel;
  /** The node it goes on from; a node is made of it too. */
  readonly from?: NodeId;
  readonly role?: 'thought' | 'answer';
}

const only: SequenceLabel = { kind: 'only-trace' };

/** A run of hand-written sequences, each at its end; what ends with `<eos>` answers. `¶` ends a line. */
export function writtenRun(
  problem: Problem,
  written: readonly WrittenSequence[],
  { start, prose = false }: { readonly start?: string; readonly prose?: boolean } = {},
): RunState {
  const experiment = {
    ...defaultExperiment(problem.family),
    problem,
    ...(start === undefined ? {} : { start: { text: start } }),
  };
  const model = {
    id: 'm',
    name: 'M',
    weightsSha256: '0'.repeat(64),
    ...(prose ? { driver: { kind: 'batched', why: { kind: 'by-choice' } } as const } : {}),
  };
  const events: RunEvent[] = [{ type: 'run-started', experiment, model }];
  if (written.some(({ from }) => from !== undefined))
    events.push({ type: 'node-created', node: 0, parent: null, sequence: null, end: 'open', prior: null });
  let before: readonly LoggedToken[] = [];
  for (const [sequence, { text, label = only, from, role }] of written.entries()) {
    const tokens = handTokens(text, role).map((token) =>
      token.text === '¶' ? { ...token, text: '\n', placement: 'joined' as const } : token,
    );
    const ended = text.endsWith('<eos>');
    events.push({
      type: 'sequence-started',
      sequence,
      label,
      prompt: [],
      ...(from === undefined ? {} : { from }),
    });
    for (const token of tokens) events.push({ type: 'token', sequence, token });
    events.push({ type: 'sequence-ended', sequence, reason: ended ? 'end-of-text' : 'stop' });
    before = [...before, ...tokens];
    if (from !== undefined)
      events.push({
        type: 'node-created',
        node: sequence + 1,
        parent: from,
        sequence,
        end: ended ? 'terminal' : 'open',
        prior: null,
      });
    if (ended) events.push({ type: 'answer-extracted', sequence, answer: extractFromTrace(problem, before) });
  }
  return fold(
    emptyRun,
    events.map((event) => ({ at: 0, event })),
  );
}
