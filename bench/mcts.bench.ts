/**
 * The engine's own time in a search: MCTS with 100 simulations, all time outside the model's forwards (selection, backup,
 * sampling, the prefix cache, events): `npx tsx bench/mcts.bench.ts`. The share should stay under 10 %.
 */
import { openModel } from '../src/cli/open.ts';
import { heldOutCountdown } from '../src/experiment/held-out.ts';
import { TokenBudget } from '../src/policy/session/budget.ts';
import { Numbers } from '../src/policy/session/numbers.ts';
import type { Session } from '../src/policy/session/session.ts';
import { mcts } from '../src/strategies/mcts/mcts.ts';
import { processVerifier } from '../src/verifiers/process.ts';

const simulations = 100;
const problems = 12;
/** Runs before: all compile their hot functions while they run. */
const warmUps = 3;

const model = await openModel(process.argv[2] ?? 'countdown');
console.log(`MCTS, ${simulations} simulations, ${problems} problems on ${model.info.name}:`);
for (const parallel of [1, 4, 16]) {
  const measured = [];
  for (let run = 0; run < warmUps + problems; run++) measured.push(await measure(run, parallel));
  const kept = measured.slice(warmUps);
  const sum = (of: (one: Measured) => number) => kept.reduce((total, one) => total + of(one), 0);
  const [total, inModel] = [sum((one) => one.seconds), sum((one) => one.modelSeconds)];
  console.log(
    `${String(parallel).padStart(2)} at once: ${((1000 * total) / problems).toFixed(0).padStart(5)} ms a run, ${((1000 * inModel) / problems).toFixed(0).padStart(5)} ms in the model, ` +
      `own share ${((100 * (total - inModel)) / total).toFixed(1)} %; ${(sum((one) => one.tokens) / problems).toFixed(0)} tokens, ${(sum((one) => one.forwards) / problems).toFixed(0)} forwards, ${(sum((one) => one.events) / problems).toFixed(0)} events`,
  );
}
model.close();

interface Measured {
  readonly seconds: number;
  readonly modelSeconds: number;
  readonly forwards: number;
  readonly tokens: number;
  readonly events: number;
}

async function measure(run: number, parallel: number): Promise<Measured> {
  const session: Session = {
    problem: heldOutCountdown()[run]!.problem, model, sampling: { temperature: 0.8, topK: 0, topP: 1, minP: 0, maxTokens: 100 },
    signal: new AbortController().signal, budget: new TokenBudget(0), numbers: new Numbers(run),
  };
  const before = model.usage();
  const start = performance.now();
  let events = 0;
  const settings = { kind: 'mcts', simulations, exploration: 1.5, expansion: 8, evaluation: 'value', parallel, widening: 2, readout: 'best-terminal', maxSteps: 6, verifier: { kind: 'process' } } as const;
  for await (const _ of mcts(session, settings, processVerifier(session))) events += 1;
  const seconds = (performance.now() - start) / 1000;
  const after = model.usage();
  return { seconds, modelSeconds: after.modelSeconds - before.modelSeconds, forwards: after.forwards - before.forwards, tokens: session.budget.spent, events };
}
