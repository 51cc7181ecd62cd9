import { defaultVerifier, verifierKinds } from '#experiment/verifier.ts';
import { problemUnavailable, unavailable, verifierUnavailable } from '#experiment/fit.ts';
import { strategyKinds } from '#experiment/strategies.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultSampling, strategyFor } from '#experiment/defaults.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import { heldOutPuzzles } from '#experiment/held-out/puzzle.ts';
import { verifierUse } from '#experiment/strategies.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { fold } from '#run/fold.ts';
import type { LogEntry, RunEvent } from '#run/events.ts';
import { emptyRun } from '#run/state.ts';
import { validateLog } from '#run/validate-log.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { eventsOf, traceTextOf } from '#verifiers/testing/harness.ts';
import { openForCli, surroundings } from './open.ts';
import { labelText } from '#words/labels.ts';
import { decisionText } from '#words/reasons.ts';

/** Every strategy and every verifier on the real model that has learnt what each of them asks. Its weights get better: what is asserted is how they behave. */

let model: LanguageModel;
beforeAll(async () => {
  model = await openForCli('puzzles');
});

const puzzles = ['story', 'equations', 'knights'].map((kind) =>
  heldOutPuzzles('held-out').find((one) => one.kind === kind)!,
);

async function run({ problem }: (typeof puzzles)[number], strategy: Strategy) {
  const experiment: Experiment = {
    problem,
    model: model.info.id,
    strategy,
    sampling: defaultSampling(strategy.kind),
    seed: 7,
    budget: { tokens: 6000 },
  };
  const log: LogEntry[] = [];
  for await (const entry of runExperiment(experiment, model, surroundings(new AbortController().signal)))
    log.push(entry);
  expect(validateLog(log)).toBeNull();
  const events = log.map(({ event }) => event);
  return { events, state: fold(emptyRun, log) };
}

/** Words of the sequences with such labels. */
function drawn(events: readonly RunEvent[], label: RegExp): readonly string[] {
  return eventsOf(events, 'sequence-started')
    .filter((event) => label.test(labelText(event.label)))
    .map(({ sequence }) => traceTextOf(events, sequence));
}

describe.each(puzzles)('a puzzle of the kind $kind', (puzzle) => {
  const kinds = strategyKinds;

  it.each(kinds)('%s runs to its end', async (kind) => {
    const strategy = small(strategyFor(model.info, kind));
    expect(problemUnavailable('puzzle', model.info)).toBeNull();
    expect(unavailable(strategy, model.info)).toBeNull();
    const { state } = await run(puzzle, strategy);
    expect(state).toMatchObject({ status: 'finished', chosen: { by: { rule: expect.stringMatching(/./) } } });
    // A search may reach no end, and one that keeps only what passes may keep nothing; who writes to the end has an answer.
    if (kind === 'direct' || kind === 'chain-of-thought' || kind === 'self-consistency')
      expect(state.chosen!.answer).not.toBeNull();
  });

  it.each(verifierKinds)('the verifier %s judges traces and, where it can, steps', async (kind) => {
    for (const use of ['best-of-n', 'beam-search'] as const) {
      const strategy = judgedBy(use, defaultVerifier(kind));
      const misfit = verifierUnavailable(strategy.verifier, strategy, model.info, puzzle.problem);
      if (misfit !== null) {
        expect([use, kind]).toEqual(['beam-search', expect.stringMatching(/outcome|majority|oracle/)]);
        continue;
      }
      const { events, state } = await run(puzzle, strategy);
      expect(state.status).toBe('finished');
      const scores =
        verifierUse(strategy) === 'steps'
          ? eventsOf(events, 'node-scored')
          : eventsOf(events, 'trace-scored');
      expect(scores.length).toBeGreaterThan(0);
      expect(
        scores.every(
          ({ score, verifier }) => verifier === kind && score !== null && score >= 0 && score <= 1,
        ),
      ).toBe(true);
    }
  });

  it('is valued in one of the three words', async () => {
    const { events } = await run(puzzle, judgedBy('best-of-n', { kind: 'self-evaluation', evaluations: 3 }));
    const replies = drawn(events, /^Evaluation/);
    expect(replies.length).toBeGreaterThan(0);
    for (const reply of replies) expect(reply).toMatch(/^(?:sure|likely|impossible)$/);
  });

  it('is asked about, answered again and put in other words by rStar', async () => {
    const { events } = await run(puzzle, small(strategyFor(model.info, 'rstar')));
    for (const question of drawn(events, /^Sub-question/)) expect(question).toMatch(/^Sub-question: /);
    for (const answer of drawn(events, /^(?:Answer to|Answered again)/)) expect(answer).toMatch(/^Answer: /);
    expect(drawn(events, /^Rephrased/)).toEqual([expect.stringMatching(/^In other words: .* ;$/)]);
    expect(drawn(events, /^Answer to sub-question/).length).toBeGreaterThan(0);
    expect(eventsOf(events, 'decided').map(({ decision }) => decision.kind)).not.toContain('missing-actions');
  });

  it('is shown three examples where more are asked for, and the run says so', async () => {
    const { events } = await run(puzzle, { kind: 'few-shot', shots: 8 });
    expect(eventsOf(events, 'decided').map(({ decision }) => decisionText(decision))).toEqual([
      expect.stringMatching(/^[123] of 8 worked examples shown: /),
    ]);
    const [started] = eventsOf(events, 'sequence-started');
    expect(started!.prompt.filter(({ text }) => text === '<next>').length).toBeGreaterThanOrEqual(1);
  });
});

const judgedBy = <Kind extends 'best-of-n' | 'beam-search'>(kind: Kind, verifier: VerifierSpec) => {
  const strategy = small(strategyFor(model.info, kind));
  return { ...strategy, verifier } as Extract<Strategy, { kind: Kind }>;
};

/** The same with fewer draws. */
function small(strategy: Strategy): Strategy {
  switch (strategy.kind) {
    case 'self-consistency':
    case 'adaptive-consistency':
    case 'best-of-n':
      return { ...strategy, samples: 4 };
    case 'beam-search':
      return { ...strategy, width: 2, expansion: 2 };
    case 'tree-of-thoughts':
      return { ...strategy, thoughts: 3, breadth: 2, verifier: { kind: 'self-evaluation', evaluations: 1 } };
    case 'mcts':
      return { ...strategy, simulations: 12, expansion: 3 };
    case 'rstar':
      return { ...strategy, rollouts: 2, steps: 1, checks: 1 };
    case 'revision':
      return { ...strategy, parallel: 2, rounds: 2 };
    case 'compute-optimal':
      return { ...strategy, tokens: 1500, verifier: { kind: 'generative' } };
    case 'step-verification':
      return { ...strategy, retries: 8 };
    default:
      return strategy;
  }
}
