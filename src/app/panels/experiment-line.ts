import { strategyBrief } from '#words/describe.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { secondModel } from '#experiment/second-model.ts';
import { modelName } from '#policy/models.ts';
import { result } from '#words/en/result.ts';

/** The rest of an experiment in one line, beside its problem. */
export function experimentLine({ strategy, model, sampling, seed, start }: Experiment): string {
  const judge = secondModel(strategy);
  const name = strategyBrief(strategy);
  return result.line.whole({
    strategy: start ? result.line.edited(name) : name,
    model: judge === null ? modelName(model) : result.line.judgedBy(modelName(model), modelName(judge)),
    temperature: sampling.temperature,
    seed,
  });
}
