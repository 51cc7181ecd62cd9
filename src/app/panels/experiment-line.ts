import { strategyDescriptions } from '#experiment/describe.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import { secondModel } from '#experiment/second-model.ts';
import { modelName } from '#policy/models.ts';

/** A strategy and its parameters in a few words. */
export function strategyWords(strategy: Strategy): string {
  switch (strategy.kind) {
    case 'chain-of-thought':
      return `Chain of thought, ${strategy.effort} effort`;
    case 'few-shot':
      return `Few-shot, ${strategy.shots} worked ${strategy.shots === 1 ? 'example' : 'examples'}`;
    case 'self-consistency':
      return `Self-consistency, ${strategy.samples} ${strategy.samples === 1 ? 'trace' : 'traces'}, ${strategy.effort} effort`;
    default:
      return strategyDescriptions[strategy.kind].name;
  }
}

/** The rest of an experiment in one line, beside its problem. */
export function experimentLine({ strategy, model, sampling, seed, start }: Experiment): string {
  const judge = secondModel(strategy);
  return `${start ? 'From an edited thought: ' : ''}${strategyWords(strategy)} · ${modelName(model)}${judge === null ? '' : `, judged by ${modelName(judge)}`} · temperature ${sampling.temperature} · seed ${seed}`;
}
