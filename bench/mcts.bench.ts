/**
 * Where the time of a search goes: MCTS with 100 simulations, `npx tsx bench/mcts.bench.ts [model]`.
 *
 * `model`: its forwards. `runtime`: sampling, prefix cache and scheduling, which any use of the model pays. `search`:
 * selection, tree, backup and events, measured by running the same search again on the model's recorded answers. The
 * search's own share should stay under 10%.
 */
import { openForCli } from '#cli/open.ts';
import { heldOutCountdown } from '#experiment/held-out/countdown.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { TokenBudget } from '#policy/session/budget.ts';
import { Numbers } from '#policy/session/numbers.ts';
import type { Session } from '#policy/session/session.ts';
import { mcts } from '#strategies/mcts/mcts.ts';
import { processVerifier } from '#verifiers/process.ts';
import { playedBack, recorded } from './played-back-model.ts';

const simulations = 100;
const problems = 20;
/** Runs before: all compile their hot functions while they run. */
const warmUps = 8;

interface Measured {
  readonly total: number;
  readonly model: number;
  readonly search: number;
  readonly forwards: number;
  readonly tokens: number;
  readonly events: number;
}

const model = await openForCli(process.argv[2] ?? 'countdown');
console.log(`MCTS, ${simulations} simulations, ${problems} problems on ${model.info.name}; means of a run:`);
console.log('at once   total    model        runtime      search      tokens  forwards  events');
for (const parallel of [1, 4, 16]) {
  const measured: Measured[] = [];
  for (let run = 0; run < warmUps + problems; run++) measured.push(await measure(run, parallel));
  const mean = (of: (one: Measured) => number) =>
    measured.slice(warmUps).reduce((sum, one) => sum + of(one), 0) / problems;
  const total = mean((one) => one.total);
  const part = (ms: number) =>
    `${ms.toFixed(0).padStart(4)} ms ${((100 * ms) / total).toFixed(1).padStart(4)}%`;
  const counts = [mean((one) => one.tokens), mean((one) => one.forwards), mean((one) => one.events)].map(
    (count) => count.toFixed(0).padStart(8),
  );
  console.log(
    [
      String(parallel).padStart(7),
      `${total.toFixed(0).padStart(5)} ms`,
      part(mean((one) => one.model)),
      part(mean((one) => one.total - one.model - one.search)),
      part(mean((one) => one.search)),
      ...counts,
    ].join(' '),
  );
}
model.close();

async function measure(run: number, parallel: number): Promise<Measured> {
  const { model: writing, recording } = recorded(model);
  await search(writing, run, parallel);
  const before = model.usage();
  const { ms: total, tokens, events } = await search(model, run, parallel);
  const after = model.usage();
  const { ms: own } = await search(playedBack(model, recording), run, parallel);
  return {
    total,
    model: 1000 * (after.modelSeconds - before.modelSeconds),
    search: own,
    forwards: after.forwards - before.forwards,
    tokens,
    events,
  };
}

async function search(
  on: LanguageModel,
  run: number,
  parallel: number,
): Promise<{ readonly ms: number; readonly tokens: number; readonly events: number }> {
  const session: Session = {
    problem: heldOutCountdown()[run]!.problem,
    model: on,
    sampling: { temperature: 0.8, topK: 0, topP: 1, minP: 0, maxTokens: 100 },
    signal: new AbortController().signal,
    budget: new TokenBudget(0),
    numbers: new Numbers(run),
  };
  const settings = {
    kind: 'mcts',
    simulations,
    exploration: 1.5,
    prior: 'sum',
    expansion: 8,
    evaluation: 'value',
    parallel,
    widening: 2,
    readout: 'best-terminal',
    maxSteps: 6,
    verifier: { kind: 'process' },
  } as const;
  const start = performance.now();
  let events = 0;
  for await (const _ of mcts(session, settings, processVerifier(session))) events += 1;
  return { ms: performance.now() - start, tokens: session.budget.spent, events };
}
