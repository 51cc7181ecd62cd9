import { describe, expect, it } from 'vitest';
import type { VerifierSpec } from '#experiment/verifier.ts';
import type { Script } from '#policy/testing/scripted-model.ts';
import { createVerifier } from './create-verifier.ts';
import { eventsOf, game, runPart, scoreOf, sessionOn, sums, traceOn } from './testing/harness.ts';

describe('rollouts', () => {
  const soft: VerifierSpec = { kind: 'rollouts', rollouts: 4, estimate: 'soft' };
  const good = '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ] 6 * 4 = 24 </think> (10 - 4) * (13 - 9)';
  /** After the first step one of four completions is right, after a second one all are. */
  const completions: Script['completions'] = ({ prefix, index }) => {
    if (prefix.endsWith('[ 6 4 ]')) return '6 * 4 = 24 </think> (10 - 4) * (13 - 9)';
    return index === 0
      ? good.slice(good.indexOf('13 -'))
      : '13 + 9 = 22 [ 6 22 ] 6 + 22 = 28 </think> 10 - 4 + 13 + 9';
  };
  const stepEnds = [']'];
  const open = '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ]';

  it('soft: the share of completions that end well by rule; hard: whether one does', async () => {
    expect((await scoreOf(soft, { completions, stepEnds }, [open], { problem: game })).scores).toEqual([
      [0.25, 1],
    ]);
    expect(
      (
        await scoreOf(
          { kind: 'rollouts', rollouts: 4, estimate: 'hard' },
          { completions, stepEnds },
          [open],
          {
            problem: game,
          },
        )
      ).scores,
    ).toEqual([[1, 1]]);
  });

  it('logs them as sequences with answers, and charges them', async () => {
    const { events, session } = await scoreOf(soft, { completions, stepEnds }, [open], { problem: game });
    expect(
      eventsOf(events, 'sequence-started')
        .map(({ label }) => label)
        .slice(0, 5),
    ).toEqual([
      { kind: 'step-rollout', step: 1, number: 1 },
      { kind: 'step-rollout', step: 1, number: 2 },
      { kind: 'step-rollout', step: 1, number: 3 },
      { kind: 'step-rollout', step: 1, number: 4 },
      { kind: 'step-rollout', step: 2, number: 1 },
    ]);
    expect(eventsOf(events, 'answer-extracted')).toHaveLength(8);
    expect(session.budget.spent).toBe(eventsOf(events, 'token').length);
    expect(session.budget.spent).toBe(session.model.usage().decodedTokens);
  });

  it('takes a finished trace for its own rollout', async () => {
    const { scores, events } = await scoreOf(soft, { completions, stepEnds }, [`${good} <eos>`], {
      problem: game,
    });
    expect(scores).toEqual([[0.25, 1, 1]]);
    expect(eventsOf(events, 'sequence-started')).toHaveLength(8);
  });

  it('remembers prefixes: the same trace costs nothing the second time, and equal prefixes of one batch are drawn once', async () => {
    const { verifier, session, events, scores } = await scoreOf(
      soft,
      { completions, stepEnds },
      [open, open],
      {
        problem: game,
      },
    );
    expect(scores[0]).toEqual(scores[1]);
    expect(eventsOf(events, 'sequence-started')).toHaveLength(8);
    const again = await runPart(verifier.score([traceOn(session, open)]));
    expect(again.events).toEqual([]);
    expect(again.result[0]!.steps).toEqual([0.25, 1]);
  });

  it('elsewhere than in a countdown ends well what most rollouts answer', async () => {
    const answers = ['</think> 434', '</think> 44', '</think> 434', 'no end'];
    const { scores } = await scoreOf(
      soft,
      { completions: answers },
      ['47 * 6 = 282 ;', '47 * 6 = 292 ; </think> 44 <eos>'],
      { problem: sums },
    );
    expect(scores).toEqual([[0.5], [0.5, 0]]);
  });

  it('at temperature 0 draws one: the others would be the same', async () => {
    const { events } = await scoreOf(soft, { completions, stepEnds }, [open], {
      problem: game,
      temperature: 0,
    });
    expect(eventsOf(events, 'sequence-started')).toHaveLength(2);
  });

  it('has no score for what the budget no longer pays for, says so, and never overdraws it', async () => {
    for (const limit of [1, 5, 9, 40]) {
      const { scores, why, session } = await scoreOf(soft, { completions, stepEnds }, [open], {
        problem: game,
        limit,
      });
      expect(scores).toEqual([[null, null]]);
      expect(why).toEqual([{ kind: 'budget-spent' }]);
      expect(session.model.usage().decodedTokens).toBeLessThanOrEqual(limit);
    }
  });

  it('is the share of the completions that the budget let come to their end, and says of how many', async () => {
    const answers = [
      '</think> 434',
      'on and on and on </think> 434',
      '</think> 44',
      'on and on and on </think> 434',
    ];
    const { scores, why } = await scoreOf(soft, { completions: answers }, ['47 * 6 = 282 ;'], {
      problem: sums,
      limit: 16,
    });
    expect(scores).toEqual([[0.5]]);
    expect(why[0]).toMatchObject({ missing: { steps: [{ step: 1, drawn: 2, wanted: 4 }], more: 0 } });
    // A completion that its own limit cuts off has come to no good end, whatever the budget.
    const cut = await scoreOf(soft, { completions: answers }, ['47 * 6 = 282 ;'], {
      problem: sums,
      maxTokens: 4,
    });
    expect(cut.scores).toEqual([[0.25]]);
    expect(cut.why[0]).toMatchObject({ missing: null });
  });

  it('remembers nothing of what it could not measure', async () => {
    const one: VerifierSpec = { kind: 'rollouts', rollouts: 1, estimate: 'soft' };
    const { scores, session, verifier } = await scoreOf(
      one,
      { completions: ['</think> 434'] },
      ['a ; b ; c ; d ; e ;'],
      { problem: sums, limit: 3 },
    );
    expect(scores).toEqual([[null, null, null, null, null]]);
    expect((await runPart(verifier.score([traceOn(session, 'a ;')]))).result).toMatchObject([{ steps: [1] }]);
    const later = await runPart(verifier.score([traceOn(session, 'a ; b ;')]));
    expect(later.result[0]!.steps).toEqual([1, null]);
    expect(later.result[0]!.why).toMatchObject({ missing: { steps: [{ step: 2, drawn: 0 }] } });
  });

  it('says what earlier scores have become where the favourite answer was overturned, and draws nothing for that', async () => {
    const texts: Script['completions'] = ({ prefix }) =>
      prefix.includes('b ;') ? '</think> 44' : '</think> 434';
    const { scores, session, verifier } = await scoreOf(soft, { completions: texts }, ['a ;'], {
      problem: sums,
    });
    expect(scores).toEqual([[1]]);
    await runPart(verifier.score(['b ;', 'c b ;'].map((text) => traceOn(session, text))));
    const { spent } = session.budget;
    expect(
      verifier.rescore!(['a ;', 'b ;', 'unseen ;'].map((text) => traceOn(session, text))).map(
        ({ steps }) => steps,
      ),
    ).toEqual([[0], [1], [null]]);
    expect(session.budget.spent).toBe(spent);
  });

  it('stops when the run is cancelled', async () => {
    const abort = new AbortController();
    const session = sessionOn({ completions, stepEnds }, { problem: game, signal: abort.signal });
    const run = runPart(
      createVerifier(soft, session).score([traceOn(session, open)]),
      (event) => event.type === 'token' && abort.abort(),
    );
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });
});
