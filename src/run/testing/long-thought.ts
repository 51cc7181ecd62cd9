import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { LogEntry, RunEvent } from '../events.ts';
import type { LoggedToken } from '../token.ts';
import { answerFor, logOfEvents } from './fixtures.ts';
import { randomFrom } from './random-from.ts';

/** What reasoning models write, one paragraph each. */
const paragraphs = [
  'Okay, so I need to find how many minutes the train takes for the whole way.',
  'First, let me write down what is given: 240 kilometres, at 80 kilometres an hour.',
  'The time is the distance over the speed, so 240 / 80 = 3 hours, and 3 * 60 = 180 minutes.',
  'Then the second part: 90 / 60 = 1.5 hours. That makes 180 + 90 = 270 minutes in all.',
  'Wait, that counts the stop twice. The stop of 12 minutes is already part of the first leg.',
  'Alternatively, I could go back and take the mean speed over both legs together.',
  'Let me check that: 80 * 3 = 240, so the first leg fits what was given.',
  'Hmm, the problem says that it leaves at noon, which I have not used at all.',
  'The train is crowded on that day, which changes nothing about the time.',
  'So the answer would be 258 minutes, unless the stop counts for both legs.',
] as const;

/** A thought as long as those of large models, drawn from a seed: tokens as such models have them, with their space before. */
export function longThought(
  length: number,
  seed = 1,
): { readonly experiment: Experiment; readonly entries: readonly LogEntry[] } {
  const random = randomFrom(seed);
  const experiment = defaultExperiment('countdown', 'chain-of-thought');
  const tokens: LoggedToken[] = [];
  for (let paragraph = 0; tokens.length < length; paragraph++) {
    const text = paragraphs[Math.floor(random() * paragraphs.length)] ?? paragraphs[0];
    const words = `${text} (${paragraph})`.match(/\s?\S+/g) ?? [];
    tokens.push(...words.map((word) => tokenOf(word, random())), tokenOf('\n\n', 1));
  }
  const thought = tokens.slice(0, length);
  const control: LoggedToken = { ...tokenOf('</think>', 1), role: 'control' };
  const answer: LoggedToken = { ...tokenOf('258', 1), role: 'answer' };
  const events: RunEvent[] = [
    { type: 'sequence-started', sequence: 0, label: { kind: 'only-trace' }, prompt: [] },
    ...[...thought, control, answer].map((token): RunEvent => ({ type: 'token', sequence: 0, token })),
    { type: 'sequence-ended', sequence: 0, reason: 'end-of-text' },
    { type: 'answer-extracted', sequence: 0, answer: answerFor('258') },
    { type: 'answer-chosen', answer: answerFor('258'), by: { rule: 'only-trace' } },
    { type: 'run-finished', grade: null },
  ];
  return { experiment, entries: logOfEvents(events, experiment) };
}

function tokenOf(text: string, chance: number): LoggedToken {
  return {
    id: text.length,
    text,
    placement: 'joined',
    role: text === 'Wait,' ? 'wait' : 'thought',
    logprob: Math.log(Math.max(0.05, Math.min(1, 0.4 + chance * 1.2))),
    forced: false,
    alternatives: [],
  };
}
