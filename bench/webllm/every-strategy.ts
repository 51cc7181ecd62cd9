/**
 * Runs every strategy on a model folder, on this machine's GPU and without a browser, and says how each run ended.
 *
 *   SECOND_THOUGHT_MODEL=FOLDER npx tsx bench/webllm/every-strategy.ts [--limit 64] [--budget 1000] [--only beam] [--sequential]
 *
 * `--limit`: tokens of a trace. `--budget`: tokens of a run. Ends with 1 where a run failed.
 */
import { parseArgs } from 'node:util';
import { openModelFolder } from './open-folder.ts';
import { modelList } from '#words/en/model-list.ts';
import { say } from '#words/say.ts';
import { runStrategies } from './run-strategies.ts';

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

const failed = await runStrategies(model, {
  limit: Number(flags.limit),
  budget: Number(flags.budget),
  only: flags.only,
});
if (failed > 0) process.exitCode = 1;
model.close();
folder.close();
process.exit();
