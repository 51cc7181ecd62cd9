import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { experimentSchema, type Experiment } from '#experiment/experiment.ts';
import { families } from '#experiment/families.ts';
import { presets } from '#experiment/presets.ts';
import { strategyKinds } from '#experiment/strategies.ts';
import type { Grade } from '#run/events.ts';
import type { NoAnswerAdvice } from '#run/no-answer.ts';
import { answerFor } from '#run/testing/fixtures.ts';
import type { Finding, RunOutcome } from '#run/what-happened/findings.ts';
import { emptyLibrary } from '#app/store/library-state.ts';
import { whyNot } from '#app/store/why-not.ts';
import { nextExperiments } from './next-experiments.ts';

const preset = (id: string): Experiment => presets.find((one) => one.id === id)!.experiment;
const grade = (outcome: Grade['outcome']): Grade => ({ outcome, reason: { kind: 'no-reference' } });
const answered = (outcome: Grade['outcome']): RunOutcome => ({
  kind: 'answered',
  answer: answerFor('24'),
  by: { rule: 'only-trace' },
  grade: grade(outcome),
  contest: null,
});

const offered = (ran: Experiment, outcome: RunOutcome, findings: readonly Finding[] = []) =>
  nextExperiments({ outcome, main: findings[0] ?? null, findings: findings.slice(1) }, ran, emptyLibrary);
const kinds = (...of: Parameters<typeof offered>) => offered(...of).map(({ next }) => next.kind);

const notChosen: Finding = {
  kind: 'found-not-chosen',
  answer: '24',
  count: 1,
  of: 8,
  score: null,
  chosenScore: null,
};
const fooled: Finding = {
  kind: 'fooled',
  score: 0.9,
  verifier: 'process',
  judged: 'step',
  step: '18 / 8 = 2',
  fault: { kind: 'false-equality', claim: '18 / 8', value: '9/4', said: '2' },
  chosen: true,
};

describe('what to try next', () => {
  it('is a vote after one wrong chain, with the same problem, model and seed', () => {
    const ran: Experiment = {
      ...defaultExperiment('arithmetic'),
      problem: preset('vote-of-8').problem,
      seed: 5,
    };
    const [first] = offered(ran, answered('wrong'));
    expect(first?.next).toEqual({ kind: 'vote', samples: 8, before: 1 });
    expect(first?.experiment).toMatchObject({
      problem: ran.problem,
      model: ran.model,
      seed: 5,
      strategy: { kind: 'self-consistency', samples: 8, effort: 'low' },
      sampling: { temperature: 0.7 },
    });
  });

  it('is somebody to choose where a right answer was there and lost the vote', () => {
    const [first] = offered(preset('vote-of-8'), answered('wrong'), [notChosen]);
    expect(first?.experiment.strategy).toMatchObject({ kind: 'best-of-n', samples: 8 });
  });

  it('is another judge where the verifier was fooled', () => {
    const [first] = offered(preset('best-of-16'), answered('wrong'), [fooled]);
    expect(first?.experiment.strategy).toMatchObject({ kind: 'best-of-n', verifier: { kind: 'rule' } });
  });

  it('is more tokens, more budget or more steps where those ran out', () => {
    const none = (next: NoAnswerAdvice): RunOutcome => ({
      kind: 'no-answer',
      none: { why: { kind: 'nothing-drawn' }, next },
    });
    expect(kinds(preset('game-of-24'), none('limit'))[0]).toBe('tokens');
    expect(kinds({ ...preset('game-of-24'), budget: { tokens: 9 } }, none('budget'))[0]).toBe('budget');
    expect(kinds(preset('beam-search'), none('depth'))[0]).toBe('deeper');
  });

  it('is to think first after a wrong direct answer', () => {
    expect(kinds(preset('game-of-24-direct'), answered('wrong'))[0]).toBe('think-first');
  });

  it('is less, or another problem, where all agree on what is right', () => {
    expect(kinds(preset('vote-of-8'), answered('right'), [{ kind: 'all-same', of: 8 }])).toEqual([
      'stop-early',
      'another-problem',
    ]);
  });

  it('is another problem where a game has no solution', () => {
    const ran: Experiment = {
      ...preset('game-of-24'),
      problem: { family: 'countdown', numbers: [1, 1, 1, 1], target: 24 },
    };
    expect(kinds(ran, answered('wrong'))).toEqual(['another-problem']);
  });

  it('is nothing beyond what a setting takes', () => {
    const ran: Experiment = {
      ...preset('vote-of-8'),
      strategy: { kind: 'self-consistency', samples: 64, effort: 'low' },
      seed: 0xffffffff,
    };
    expect(kinds(ran, answered('ungraded'))).toEqual([]);
  });

  it('can always be run, changes something, and is at most two things', () => {
    const findings: readonly Finding[] = [
      notChosen,
      fooled,
      { kind: 'budget-out', budget: 9 },
      { kind: 'cut', count: 1, of: 2, cut: { by: 'limit', tokens: 9 } },
    ];
    const outcomes = (['right', 'wrong', 'ungraded'] as const).map(answered);
    for (const family of families)
      for (const kind of strategyKinds)
        for (const outcome of outcomes)
          for (const some of [[], findings]) {
            const ran = defaultExperiment(family, kind);
            const found = offered(ran, outcome, some);
            expect(found.length).toBeLessThanOrEqual(2);
            for (const { experiment } of found) {
              expect(v.is(experimentSchema, experiment)).toBe(true);
              expect(whyNot(experiment, emptyLibrary)).toBeNull();
              expect(experiment).not.toEqual(ran);
            }
            if (family === 'arithmetic' && whyNot(ran, emptyLibrary) === null)
              expect([kind, found.length]).not.toEqual([kind, 0]);
          }
  });
});
