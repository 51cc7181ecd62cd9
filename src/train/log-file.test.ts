import { describe, expect, it } from 'vitest';
import type { TrainingEntry } from './events.ts';
import {
  readTrainingLog,
  trainingLogFile,
  trainingLogHeader,
  trainingLogLimits,
  trainingLogLine,
} from './log-file.ts';
import { trainingPresets } from './presets.ts';

const problem = {
  family: 'arithmetic',
  terms: [{ sign: '+', left: 47, right: 6 }],
} as const satisfies { readonly family: 'arithmetic'; readonly terms: readonly unknown[] };
const trace = { text: '47 * 6 = 282; </think> 282 <eos>', tokens: 14, answer: '282', right: true };
const measures = {
  reward: 1.1,
  accuracy: 1,
  formed: 1,
  thinking: 1,
  tokens: 14,
  waits: 0,
  kl: null,
  clipped: null,
  gradient: null,
  groups: 1,
  silentGroups: 1,
  written: 28,
};
const log: readonly TrainingEntry[] = [
  {
    at: 0,
    event: {
      type: 'training-started',
      setup: trainingPresets.zero,
      model: { id: 'arithmetic-base', name: 'Base', weightsSha256: '00' },
    },
  },
  { at: 0.1, event: { type: 'watched', step: 0, problem: { ...problem, terms: [...problem.terms] }, trace } },
  {
    at: 1,
    event: {
      type: 'step-done',
      step: 1,
      measures,
      group: {
        problem: { ...problem, terms: [...problem.terms] },
        effort: 'low',
        traces: [{ ...trace, reward: 1.1, advantage: 0 }],
      },
    },
  },
  { at: 1, event: { type: 'held-out-measured', step: 1, right: 3, of: 40, tokens: 14, thinking: 1 } },
  { at: 1, event: { type: 'training-paused', step: 1 } },
];

const read = (text: string, limits = trainingLogLimits) => readTrainingLog(new Blob([text]).stream(), limits);

describe('the file of a training', () => {
  it('reads back as its log', async () => {
    expect(await read(trainingLogFile(log))).toEqual({ ok: true, log });
  });

  it('that was not written to its end keeps what is whole', async () => {
    expect(await read(trainingLogFile(log).slice(0, -20))).toEqual({ ok: true, log: log.slice(0, -1) });
  });

  const [started, , done] = log;
  const lines = (...entries: readonly (TrainingEntry | undefined)[]) =>
    trainingLogHeader + entries.map((entry) => (entry ? trainingLogLine(entry) : '')).join('');
  it.each([
    ['nothing', '', { code: 'no-training' }],
    ['another file', '{"format":"second-thought-sweep","version":1}\n', { code: 'no-training' }],
    ['a header alone', trainingLogHeader, { code: 'no-training' }],
    [
      'a newer one',
      '{"format":"second-thought-training","version":2}\n',
      { code: 'training-newer', version: 2 },
    ],
    ['no beginning', lines(done), { code: 'training-line', line: 2 }],
    ['two beginnings', lines(started, started), { code: 'training-line', line: 3 }],
    ['a step twice', lines(started, done, done), { code: 'training-line', line: 4 }],
    ['a line that is no JSON', `${lines(started)}nonsense\n`, { code: 'training-line', line: 3 }],
    [
      'a share above 1',
      lines(started) + trainingLogLine(done ?? log[0]!).replace('"accuracy":1', '"accuracy":2'),
      { code: 'training-line', line: 3 },
    ],
  ])('is refused: %s', async (_, text, fault) => {
    expect(await read(text)).toEqual({ ok: false, fault });
  });

  it('is bounded', async () => {
    const most = { line: 100_000, file: 200_000, entries: 2 };
    expect(await read(trainingLogFile(log), most)).toEqual({
      ok: false,
      fault: { code: 'training-too-big' },
    });
    const long = trainingLogHeader + 'x'.repeat(200_000);
    expect(await read(long, most)).toEqual({ ok: false, fault: { code: 'training-too-big' } });
  });
});
