import type { LanguageModel, Scoring, Values } from './language-model.ts';
import { PolicyError } from './policy-error.ts';

/** Throws PolicyError `unsupported` where the model's engine cannot score texts that it did not draw. */
export function scoringOf({ scoring, info }: LanguageModel): Scoring {
  if (scoring) return scoring;
  throw new PolicyError({ code: 'unsupported', why: { kind: 'no-scoring', model: info.name } });
}

/** Throws PolicyError `unsupported` where the model, or this copy of it, has no value head. */
export function valuesOf({ values, info }: LanguageModel): Values {
  if (values) return values;
  throw new PolicyError({ code: 'unsupported', why: { kind: 'no-value-head', model: info.name } });
}

/** The same model as a plain object, with all parts it has: to be spread where something of it is to be changed. */
export function delegatedTo(model: LanguageModel): LanguageModel {
  const { scoring, values } = model;
  return {
    info: model.info,
    prompt: (problem, style) => model.prompt(problem, style),
    encode: (text) => model.encode(text),
    decode: (tokens) => model.decode(tokens),
    describe: (tokens) => model.describe(tokens),
    sample: (prefix, options, signal) => model.sample(prefix, options, signal),
    usage: () => model.usage(),
    close: () => model.close(),
    ...(scoring && { scoring }),
    ...(values && { values }),
  };
}
