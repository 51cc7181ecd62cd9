import * as v from 'valibot';
import { defaultExperiment } from '../experiment/defaults.ts';
import { knobControl, knobsOf, strategyDescriptions } from '../experiment/describe.ts';
import { budgetSchema, experimentSchema, type Experiment, samplingSchema, type StrategyKind } from '../experiment/experiment.ts';
import type { ArithmeticTerm, Problem } from '../experiment/problem.ts';
import { controlOf } from '../experiment/describe/control.ts';
import type { NumberRange } from '../experiment/typed-number.ts';
import { decodeExperiment } from '../experiment/url-codec.ts';
import { type Flags, numberFlag, UsageError } from './flags.ts';

export { UsageError };

/** An experiment from a link or from flags; what is not said is the page's default. Throws UsageError. */
export async function readExperiment(link: string | undefined, flags: Flags): Promise<Experiment> {
  if (link) {
    const read = await decodeExperiment(link.slice(link.indexOf('#')));
    if (!read.ok) throw new UsageError(`${read.failure.message} ${read.failure.advice}`);
    return read.experiment;
  }
  const problem = flags.problem ? readProblem(flags.problem) : undefined;
  const base = defaultExperiment(problem?.family ?? 'countdown', readKind(flags.strategy ?? 'chain-of-thought'));
  const strategy = { ...base.strategy, ...Object.fromEntries((flags.set ?? []).map((text) => readSetting(base.strategy.kind, text))) };
  const parsed = v.safeParse(experimentSchema, {
    problem: problem ?? base.problem,
    model: flags.model ?? base.model,
    strategy,
    sampling: { ...base.sampling, temperature: numberFlag('--temperature', flags.temperature, rangeOf(samplingSchema.entries.temperature)) ?? base.sampling.temperature },
    seed: numberFlag('--seed', flags.seed, rangeOf(experimentSchema.entries.seed)) ?? base.seed,
    budget: { tokens: numberFlag('--tokens', flags.tokens, rangeOf(budgetSchema.entries.tokens)) ?? base.budget.tokens },
  });
  if (!parsed.success) throw new UsageError(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'experiment'}: ${issue.message}`).join('\n'));
  return parsed.output;
}

/** The bounds that the experiment's own schema has. */
function rangeOf(schema: unknown): NumberRange {
  const control = controlOf(schema);
  if (control.type !== 'number') throw new Error('This setting is no number');
  return control;
}

function readKind(text: string): StrategyKind {
  const kinds = Object.keys(strategyDescriptions) as StrategyKind[];
  const kind = kinds.find((known) => known === text);
  if (!kind) throw new UsageError(`There is no strategy "${text}". There are: ${kinds.join(', ')}.`);
  return kind;
}

/** `samples=32`, `effort=high`, `verifier={"kind":"rule"}`: a number where the setting is one, else JSON where it is JSON, text otherwise. */
function readSetting(kind: StrategyKind, text: string): readonly [string, unknown] {
  const [name = '', ...rest] = text.split('=');
  const value = rest.join('=');
  const knob = knobsOf(kind).find((known) => known === name);
  const control = knob && knobControl(kind, knob);
  if (control?.type === 'number') return [name, numberFlag(`--set ${name}`, value, control)];
  try {
    return [name, JSON.parse(value)];
  } catch {
    return [name, value];
  }
}

/**
 * `24: 4 9 10 13`, `47*6+38*4`, `puzzle: v = 7. v?`, or `question: How many? [12]`, the right answer in brackets at the end
 * where it is known.
 */
function readProblem(text: string): Problem {
  const [, asked, answer] = /^\s*question:\s*([^]*?)(?:\s*\[([^[\]]+)\])?\s*$/i.exec(text) ?? [];
  if (asked !== undefined) return { family: 'question', text: asked, ...(answer === undefined ? {} : { answer }) };
  const [, puzzle] = /^\s*puzzle:([^]*)$/i.exec(text) ?? [];
  if (puzzle !== undefined) return { family: 'puzzle', text: puzzle };
  const game = /^\s*(\d+)\s*:\s*([\d\s,]+)$/.exec(text);
  if (game) return { family: 'countdown', target: Number(game[1]), numbers: game[2]!.split(/[\s,]+/).filter(Boolean).map(Number) };
  const sum = text.replaceAll(' ', '');
  const terms = !/^[+-]?\d+[*x×]\d+([+-]\d+[*x×]\d+)*$/.test(sum) ? [] : [...sum.matchAll(/([+-]?)(\d+)[*x×](\d+)/g)].map(
    ([, sign, left, right]): ArithmeticTerm => ({ sign: sign === '-' ? '-' : '+', left: Number(left), right: Number(right) }),
  );
  if (terms.length === 0) throw new UsageError(`"${text}" is neither a countdown ("24: 4 9 10 13") nor a sum of products ("47*6+38*4") nor a puzzle ("puzzle: v = 7. v?") nor a question ("question: How many? [12]").`);
  return { family: 'arithmetic', terms };
}
