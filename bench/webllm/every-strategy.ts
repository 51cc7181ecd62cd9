/**
 * Runs every strategy on a model folder, on this machine's GPU and without a browser, and says how each run ended.
 *
 *   SECOND_THOUGHT_MODEL=FOLDER npx tsx bench/webllm/every-strategy.ts [--limit 64] [--budget 1000] [--only beam] [--sequential]
 *
 * `--limit`: tokens of a trace. `--budget`: tokens of a run. Ends with 1 where a run failed.
 */
import { explain } from '#words/explain.ts';
import { parseArgs } from 'node:util';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { LogEntry } from '#run/events.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { everyStrategy } from '#strategies/testing/every-strategy.ts';
import { openModelFolder } from './open-folder.ts';
import { modelList } from '#words/en/model-list.ts';
import { say } from '#words/say.ts';

const { values: flags } = parseArgs({
  options: {
    limit: { type: 'string', default: '64' },
    budget: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    sequential: { type: 'boolean', default: false },
  },
});
const folder = await openModelFolder(4096);
const model = await folder.open({ sequentialOnly: flags.sequential });
console.log(
  `${model.info.name} on ${folder.adapter}, ${folder.webllmName}. ${say(modelList.driverReasons, model.info.driver!.why)}\n`,
);

for (const [name, strategy] of Object.entries(everyStrategy)) {
  if (!name.includes(flags.only)) continue;
  const experiment: Experiment = {
    ...defaultExperiment('arithmetic'),
    problem: { family: 'arithmetic', terms: [{ sign: '+', left: 42, right: 5 }] },
    model: model.info.id,
    strategy,
    sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: Number(flags.limit) },
    budget: { tokens: Number(flags.budget) },
  };
  const start = performance.now();
  let last: LogEntry['event'] | null = null;
  const counts = { sequences: 0, tokens: 0, answers: 0, prefilled: 0, cached: 0, forwards: 0 };
  for await (const { event } of runExperiment(experiment, model, {
    now: () => performance.now(),
    signal: new AbortController().signal,
  })) {
    last = event;
    if (event.type === 'sequence-started') counts.sequences++;
    if (event.type === 'token') counts.tokens++;
    if (event.type === 'answer-extracted' && event.answer) counts.answers++;
    if (event.type === 'usage')
      [counts.prefilled, counts.cached, counts.forwards] = [
        event.usage.prefilledTokens,
        event.usage.cachedTokens,
        event.usage.forwards,
      ];
  }
  const seconds = (performance.now() - start) / 1000;
  const why = last?.type === 'run-failed' ? `: ${explain(last.failure).message}` : '';
  console.log(
    `${name}: ${last?.type}${why}; ${Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}; ${seconds.toFixed(1)} s`,
  );
  if (last?.type === 'run-failed') process.exitCode = 1;
}
model.close();
folder.close();
process.exit();
