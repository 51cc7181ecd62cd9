import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { Answer, LogEntry, LoggedToken, RunEvent, TokenPlacement, TokenRole } from '../events.ts';
import type { NodeEnd } from '../search-events.ts';

/**
 * Logs for tests, drawn as text: one line a trace, tokens separated by spaces. `~7` is a digit that goes before the
 * ones of its number that came earlier, `_x` a token joined to the one before, `!Wait` a forced one.
 */
export const modelStamp = { id: 'countdown', name: 'Countdown', weightsSha256: '0'.repeat(64) };

export function tokensOf(line: string, opened = true): readonly LoggedToken[] {
  let part: TokenRole = opened ? 'thought' : 'answer';
  return line
    .split(' ')
    .filter(Boolean)
    .map((written, id) => {
      const forced = written.startsWith('!');
      const mark = forced ? written.slice(1) : written;
      const placement: TokenPlacement = mark.startsWith('~')
        ? 'digit'
        : mark.startsWith('_')
          ? 'joined'
          : 'word';
      const text = placement === 'word' ? mark : mark.slice(1);
      const role: TokenRole = text.startsWith('<') ? 'control' : text === 'Wait' ? 'wait' : part;
      if (text === '</think>') part = 'answer';
      return {
        id,
        text,
        placement,
        role,
        logprob: forced ? null : Math.log(0.625),
        forced,
        alternatives: [],
      };
    });
}

export const answerFor = (key: string): Answer => ({
  text: key,
  display: key,
  value: { kind: 'text', text: key },
  key,
  rule: 'after-thinking',
});

/** The log of traces that run side by side, one token each in turn, and vote for what follows their `</think>`. */
export function logOf(
  lines: readonly string[],
  experiment: Experiment = defaultExperiment('countdown', 'self-consistency'),
): readonly LogEntry[] {
  const traces = lines.map((line) => tokensOf(line));
  const events: RunEvent[] = [{ type: 'run-started', experiment, model: modelStamp }];
  for (const sequence of traces.keys()) {
    events.push({
      type: 'sequence-started',
      sequence,
      label: { kind: 'trace', number: sequence + 1 },
      prompt: tokensOf('24 : 4 9 10 13'),
    });
  }
  for (let step = 0; step < Math.max(...traces.map((trace) => trace.length)); step++) {
    for (const [sequence, trace] of traces.entries()) {
      const token = trace[step];
      if (token) events.push({ type: 'token', sequence, token });
      if (step === trace.length - 1) events.push(...ending(sequence, trace));
    }
  }
  events.push({
    type: 'usage',
    usage: {
      prefilledTokens: 6,
      cachedTokens: 18,
      decodedTokens: traces.flat().length,
      forwards: 9,
      modelSeconds: 0.5,
    },
  });
  events.push(
    { type: 'answer-chosen', answer: null, by: { rule: 'no-answer' } },
    { type: 'run-finished', grade: null },
  );
  return events.map((event, at) => ({ at: at * 10, event }));
}

function ending(sequence: number, trace: readonly LoggedToken[]): readonly RunEvent[] {
  const said = trace
    .filter((token) => token.role === 'answer')
    .map((token) => token.text)
    .join(' ');
  const answer = said === '' ? null : answerFor(said);
  return [
    { type: 'sequence-ended', sequence, reason: 'end-of-text' },
    { type: 'answer-extracted', sequence, answer },
    ...(answer ? [{ type: 'vote-cast', sequence, answer } as const] : []),
  ];
}

/** The log of events that follow a start, one every 10 ms. */
export function logOfEvents(
  events: readonly RunEvent[],
  experiment: Experiment = defaultExperiment('countdown', 'mcts'),
): readonly LogEntry[] {
  return [{ type: 'run-started', experiment, model: modelStamp } as const, ...events].map((event, index) => ({
    at: index * 10,
    event,
  }));
}

/** A sequence that writes a step and becomes a node; `end` as the node's. */
export function stepEvents(
  node: number,
  parent: number,
  line: string,
  end: NodeEnd = 'open',
  prior: number | null = 0.5,
): readonly RunEvent[] {
  const sequence = node - 1;
  const answer = end === 'terminal' ? answerFor('24') : null;
  return [
    {
      type: 'sequence-started',
      sequence,
      label: { kind: 'step', step: node, draw: null },
      prompt: [],
      from: parent,
    },
    ...tokensOf(line).map((token): RunEvent => ({ type: 'token', sequence, token })),
    {
      type: 'sequence-ended',
      sequence,
      reason: end === 'open' ? 'stop' : end === 'dead' ? 'length' : 'end-of-text',
    },
    { type: 'node-created', node, parent, sequence, end, prior },
    ...(answer ? [{ type: 'answer-extracted', sequence, answer } as const] : []),
  ];
}

export const rootEvent: RunEvent = {
  type: 'node-created',
  node: 0,
  parent: null,
  sequence: null,
  end: 'open',
  prior: null,
};
