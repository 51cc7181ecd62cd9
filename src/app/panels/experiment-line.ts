import { strategyDescriptions } from '#experiment/describe.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import { secondModel } from '#experiment/second-model.ts';
import { modelName } from '#policy/models.ts';
import { result } from '#words/en/result.ts';

/** A strategy and its parameters in a few words. */
export function strategyWords(strategy: Strategy): string {
  switch (strategy.kind) {
    case 'chain-of-thought':
      return result.line.cot[strategy.effort];
    case 'few-shot':
      return result.line.shots(strategy.shots);
    case 'self-consistency':
      return result.line.samples[strategy.effort](strategy.samples);
    default:
      return strategyDescriptions[strategy.kind].name;
  }
}

/** The rest of an experiment in one line, beside its problem. */
export function experimentLine({ strategy, model, sampling, seed, start }: Experiment): string {
  const judge = secondModel(strategy);
  const name = strategyWords(strategy);
  return result.line.whole({
    strategy: start ? result.line.edited(name) : name,
    model: judge === null ? modelName(model) : result.line.judgedBy(modelName(model), modelName(judge)),
    temperature: sampling.temperature,
    seed,
  });
}
