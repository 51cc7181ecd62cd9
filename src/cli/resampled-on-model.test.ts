import { beforeAll, describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Strategy } from '#experiment/experiment.ts';
import { heldOutArithmetic } from '#experiment/held-out/arithmetic.ts';
import { drawOf } from '#lab/analysis/draw.ts';
import { firstOf } from '#lab/analysis/resample.ts';
import { type Outcome, outcomeOf } from '#lab/sweeps/outcome.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { LogEntry } from '#run/events.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { openForCli, surroundings } from './open.ts';

/** The first k of one draw are what a run with k samples gives, on the real model that ships: also where votes are tied. */

const most = 6;
const problems = [0, 1, 2, 3, 4, 5, 6, 7];

let model: LanguageModel;
beforeAll(async () => {
  model = await openForCli('arithmetic');
});

async function run(strategy: Strategy, place: number): Promise<Outcome> {
  const log: LogEntry[] = [];
  const experiment = {
    ...defaultExperiment('arithmetic', strategy.kind),
    problem: heldOutArithmetic()[place]!.problem,
    model: 'arithmetic',
    strategy,
    seed: place,
    // Warm, so that samples differ and votes are tied.
    sampling: { temperature: 1.2, topK: 0, topP: 1, minP: 0, maxTokens: 90 },
  };
  for await (const entry of runExperiment(experiment, model, surroundings(new AbortController().signal)))
    log.push(entry);
  return outcomeOf(log);
}

const ways = {
  majority: (samples: number): Strategy => ({ kind: 'self-consistency', samples, effort: 'low' }),
  best: (samples: number): Strategy => bestOf(samples, 'best'),
  weighted: (samples: number): Strategy => bestOf(samples, 'weighted-vote'),
} as const;

const bestOf = (samples: number, choose: 'best' | 'weighted-vote'): Strategy => ({
  kind: 'best-of-n',
  samples,
  effort: 'low',
  verifier: { kind: 'process' },
  aggregation: 'min',
  choose,
});

describe('the first k of a draw', () => {
  it.each(['majority', 'best', 'weighted'] as const)('%s: as the run with k samples', async (way) => {
    let ties = 0;
    for (const place of problems) {
      const all = await run(ways[way](most), place);
      const draw = drawOf(all.traces);
      for (const k of [1, 2, 3, 5]) {
        const own = await run(ways[way](k), place);
        expect(own.traces, `${k} of problem ${place}`).toEqual(all.traces.slice(0, k));
        expect(firstOf(draw, k)[way], `${k} of problem ${place}`).toBe(Number(own.right));
        if (new Set(own.traces.map(({ answer }) => answer)).size === k && k > 1) ties++;
      }
    }
    expect(ties).toBeGreaterThan(0);
  });
});
