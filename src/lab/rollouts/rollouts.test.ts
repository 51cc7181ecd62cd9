import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { logOf, logOfEvents, rootEvent, stepEvents } from '#run/testing/fixtures.ts';
import { rolloutExperiment, rolloutsOf } from './rollouts.ts';
import { firstToStudy, studiedTrace, traceEnds } from './studied-trace.ts';
import { traceFrom } from './testing.ts';

const line = '9 - 4 = 5 [ 10 13 5 _] 13 + 5 = 18 [ 10 18 _] 10 + 18 = 28 </think> ( 13 + 5 ) + 10 <eos>';

describe('a trace to study', () => {
  test('is cut into steps with the thought up to each, and what follows the last thought stands behind it', () => {
    const { steps, leftOut } = traceFrom(line);
    expect(steps.map(({ text }) => text)).toEqual(['9 - 4 = 5', '13 + 5 = 18', '10 + 18 = 28']);
    expect(steps[1]?.thought).toBe('9 - 4 = 5 [ 10 13 5] 13 + 5 = 18 [ 10 18]');
    expect(steps.map(({ behind }) => behind.length)).toEqual([0, 0, 9]);
    expect(leftOut).toBe(0);
  });

  test('goes on from what a person had begun', () => {
    const experiment = defaultExperiment('countdown', 'self-consistency');
    const { steps } = traceFrom('13 + 5 = 18 [ 10 18 _] </think> 1', {
      ...experiment,
      start: { text: '9 - 4 = 5 [10 13 5]' },
    });
    expect(steps[0]?.thought).toBe('9 - 4 = 5 [10 13 5] 13 + 5 = 18 [ 10 18]');
  });

  test('is the one pointed at; of a search the path to a node', () => {
    const run = fold(emptyRun, logOf([line, '9 + 4 = 13 </think> 13']));
    expect(firstToStudy(run, { kind: 'trace', sequence: 1 })).toMatchObject({ sequence: 1 });
    expect(firstToStudy(run, null)).toMatchObject({ sequence: 0 });
    const searched = fold(
      emptyRun,
      logOfEvents([
        rootEvent,
        ...stepEvents(1, 0, '9 - 4 = 5 [ 10 13 5 _]'),
        ...stepEvents(2, 1, '13 + 5 = 18 [ 10 18 _] </think> 24', 'terminal'),
      ]),
    );
    const [place] = traceEnds(searched);
    expect(place).toEqual({ kind: 'node', node: 2 });
    expect(place && studiedTrace(searched, place)?.steps.map(({ text }) => text)).toEqual([
      '9 - 4 = 5',
      '13 + 5 = 18',
    ]);
  });
});

describe('experiments of rollouts', () => {
  const trace = traceFrom(line);

  test('start from the kept steps, each job with a seed of its own', () => {
    expect(rolloutExperiment(trace, 0, 0)).not.toHaveProperty('start');
    expect(rolloutExperiment(trace, 2, 0).start).toEqual({ text: trace.steps[1]?.thought });
    const seeds = [0, 1, 2, 3].flatMap((kept) =>
      [0, 1, 2].map((batch) => rolloutExperiment(trace, kept, batch).seed),
    );
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  test('of a greedy trace are drawn at a temperature, as they would all be one', () => {
    const greedy = traceFrom(line, defaultExperiment('countdown', 'chain-of-thought'));
    expect(greedy.experiment.sampling.temperature).toBe(0);
    expect(rolloutExperiment(greedy, 1, 0).sampling.temperature).toBe(0.7);
  });

  test('are read as first step, answer and rightness; no answer is wrong', () => {
    const { rollouts, prefix } = rolloutsOf(
      logOf(['13 + 5 = 18 [ 10 18 _] 10 + 18 = 28 </think> 28', '9 - 9']),
      [']'],
    );
    expect(rollouts[0]).toMatchObject({
      next: '13 + 5 = 18',
      thought: '13 + 5 = 18 [ 10 18]',
      answer: { key: '28' },
    });
    expect(rollouts[1]).toMatchObject({ next: '9 - 9', answer: null, right: false });
    expect(prefix).toHaveLength(6);
  });

  test('of a run that failed are none', () => {
    const failed = {
      at: 1,
      event: { type: 'run-failed', failure: { code: 'worker-crashed', silent: false } },
    } as const;
    expect(() => rolloutsOf([...logOf([line]).slice(0, 3), failed], [']'])).toThrow();
  });
});
