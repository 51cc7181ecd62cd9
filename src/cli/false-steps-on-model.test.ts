import { describe, expect, it } from 'vitest';
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { fold } from '#run/fold.ts';
import type { LogEntry } from '#run/events.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import { pathTo } from '#run/tree-state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { falseNodes, falseSteps } from '#verifiers/false-steps.ts';
import { splitSteps } from '#verifiers/split-steps.ts';
import { openForCli, surroundings } from './open.ts';

/** What the page marks as false and what the rule verifier scores 0, on the real models that ship. */

const verifier = { kind: 'rule' } as const;

async function run(experiment: Experiment): Promise<RunState> {
  const log: LogEntry[] = [];
  const model = await openForCli(experiment.model);
  for await (const entry of runExperiment(experiment, model, surroundings(new AbortController().signal)))
    log.push(entry);
  return fold(emptyRun, log);
}

describe.each(['countdown', 'arithmetic', 'puzzle'] as const)('false steps of a %s', (family) => {
  it('begin where the rule verifier first gives 0', async () => {
    const usual = defaultExperiment(family, 'best-of-n');
    const state = await run({
      ...usual,
      strategy: { ...defaultStrategy('best-of-n'), samples: 24, verifier },
      sampling: { ...usual.sampling, temperature: 1.3 },
    });
    let wrong = 0;
    for (const trace of state.sequences) {
      const steps = splitSteps(trace.tokens, family === 'countdown' ? [']'] : [';']);
      const zero = trace.score!.steps.indexOf(0);
      const [first] = falseSteps(state, trace);
      if (trace.end !== 'end-of-text' || trace.waits > 0 || !trace.answer) continue;
      if (zero < 0) expect(first).toBeUndefined();
      else {
        wrong += 1;
        const begins = steps.slice(0, zero).flat().length;
        expect(first?.from).toBeGreaterThanOrEqual(begins);
        expect(first!.from).toBeLessThan(begins + steps[zero]!.length);
      }
    }
    expect(wrong).toBeGreaterThan(0);
  });

  it('are those nodes of a search from which on the rule verifier gives 0', async () => {
    const usual = defaultExperiment(family, 'beam-search');
    const state = await run({
      ...usual,
      strategy: { ...defaultStrategy('beam-search'), maxSteps: 12, verifier },
      sampling: { ...usual.sampling, temperature: 1.3 },
    });
    const found = falseNodes(state, [...state.tree.keys()]);
    for (const { node, score, end } of state.tree) {
      if (score === null || end === 'dead') continue;
      const onPath = pathTo(state.tree, node).some((above) => found.has(above.node));
      expect([node, onPath]).toEqual([node, score === 0]);
    }
    expect(state.tree.some(({ node }) => found.has(node))).toBe(true);
  });
});
