import { strategyBrief } from '#words/describe.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { secondModel } from '#experiment/second-model.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { result } from '#words/en/result.ts';

/** The rest of an experiment in one line, beside its problem. */
export function experimentLine(experiment: Experiment): string {
  const { sampling, seed } = experiment;
  return result.line.whole({ ...names(experiment), temperature: sampling.temperature, seed });
}

/** What tells one run from another, beside its problem. */
export function runLine(experiment: Experiment): string {
  return result.line.short({ ...names(experiment), seed: experiment.seed });
}

function names({ strategy, model, start }: Experiment): {
  readonly strategy: string;
  readonly model: string;
} {
  const judge = secondModel(strategy);
  const name = strategyBrief(strategy);
  return {
    strategy: start ? result.line.edited(name) : name,
    model: judge === null ? spokenName(model) : result.line.judgedBy(spokenName(model), spokenName(judge)),
  };
}
