import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { LogEntry, RunEvent } from '../events.ts';
import type { NodeEnd } from '../search-events.ts';
import { answerFor, logOfEvents, rootEvent, stepEvents } from './fixtures.ts';
import { randomFrom } from './random-from.ts';

/** A beam search of so many steps, drawn from a seed: three steps to a trace, a third of the beginnings pruned. */
export function largeSearch(
  steps: number,
  seed = 1,
): { readonly experiment: Experiment; readonly entries: readonly LogEntry[] } {
  const random = randomFrom(seed);
  const experiment = defaultExperiment('countdown', 'beam-search');
  const events: RunEvent[] = [rootEvent];
  const depth = [0];
  const open: number[] = [0];
  const best = { node: 0, score: -1 };
  for (let node = 1; node <= steps; node++) {
    const parent = random() < 0.1 ? 0 : (open[Math.floor(random() * open.length)] ?? 0);
    const own = (depth[parent] ?? 0) + 1;
    depth.push(own);
    const end: NodeEnd = own < 3 ? 'open' : random() < 0.8 ? 'terminal' : 'dead';
    const [a, b] = [1 + Math.floor(random() * 13), 1 + Math.floor(random() * 13)];
    const score = Math.round(random() * 1000) / 1000;
    const line =
      end === 'terminal' ? `${a} * ${b} = ${a * b} </think> ${a} * ${b}` : `${a} + ${b} = ${a + b}`;
    events.push(...stepEvents(node, parent, line, end), {
      type: 'node-scored',
      node,
      score,
      verifier: 'process',
      why: { kind: 'value-head', model: null, at: 'each-step' },
    });
    if (end === 'open' && random() < 0.33)
      events.push({
        type: 'nodes-kept',
        round: own,
        kept: [],
        pruned: [node],
        why: { kind: 'best', kept: 0, of: 1, by: 'last', unjudged: 0, finished: 0 },
      });
    else if (end === 'open') open.push(node);
    if (end === 'terminal' && score > best.score) Object.assign(best, { node, score });
  }
  events.push(
    { type: 'answer-chosen', answer: answerFor('24'), by: { rule: 'best-node', ...best } },
    { type: 'run-finished', grade: null },
  );
  return { experiment, entries: logOfEvents(events, experiment) };
}
