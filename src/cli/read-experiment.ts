import { explainAll } from '#words/explain.ts';
import { controlOf, knobControl } from '#experiment/control.ts';
import { knobsOf, strategyKinds } from '#experiment/strategies.ts';
import * as v from 'valibot';
import { defaultExperiment, samplingFor, strategyFor } from '#experiment/defaults.ts';
import {
  budgetSchema,
  experimentSchema,
  type Experiment,
  samplingSchema,
  type StrategyKind,
  strategySchema,
} from '#experiment/experiment.ts';
import type { NumberRange } from '#experiment/typed-number.ts';
import { decodeExperiment } from '#experiment/url-codec.ts';
import { blankWord } from '#experiment/strategies/budget-forcing.ts';
import { cli } from '#words/en/cli.ts';
import { knobNotes } from '#words/en/knobs.ts';
import { type Flags, numberFlag, serverFlags } from './flags.ts';
import { type ModelsAtHand, shippedAtHand } from './models-at-hand.ts';
import { readProblem } from './read-problem.ts';
import { UsageError } from './usage-error.ts';

/** Flags that say nothing of the experiment. */
const besideLinks: readonly string[] = ['json', 'python', 'shell', 'in-words', 'url', ...serverFlags];

/** An experiment from a link or from flags; what is not said is the page's default. Throws UsageError. */
export async function readExperiment(
  link: string | undefined,
  flags: Flags,
  models: Pick<ModelsAtHand, 'idOf' | 'look' | 'find'> = shippedAtHand(),
): Promise<Experiment> {
  if (link !== undefined) {
    const beside = Object.keys(flags).find((flag) => !besideLinks.includes(flag));
    if (beside !== undefined) throw new UsageError(cli.flags.besideLink(beside));
    const read = await decodeExperiment(link.slice(link.indexOf('#')));
    if (!read.ok) throw new UsageError(explainAll(read.failure));
    return read.experiment;
  }
  const problem = flags.problem === undefined ? undefined : readProblem(flags.problem);
  const kind = readKind(flags.strategy ?? 'chain-of-thought');
  const usual = defaultExperiment(problem?.family ?? 'countdown', kind);
  const id = await models.idOf(flags.model);
  const base = id === undefined ? usual : await forModel(usual, kind, id, models);
  const strategy = {
    ...base.strategy,
    ...Object.fromEntries((flags.set ?? []).map((text) => readSetting(text, base.strategy.kind))),
  };
  const parsed = v.safeParse(experimentSchema, {
    problem: problem ?? base.problem,
    model: base.model,
    strategy,
    sampling: {
      ...base.sampling,
      temperature:
        numberFlag('--temperature', flags.temperature, rangeOf(samplingSchema.entries.temperature)) ??
        base.sampling.temperature,
    },
    seed: numberFlag('--seed', flags.seed, rangeOf(experimentSchema.entries.seed)) ?? base.seed,
    budget: {
      tokens:
        numberFlag('--tokens', flags.tokens, rangeOf(budgetSchema.entries.tokens)) ?? base.budget.tokens,
    },
  });
  if (!parsed.success)
    throw new UsageError(
      parsed.issues
        .map(
          (issue) =>
            `${v.getDotPath(issue) ?? 'experiment'}: ${issue.message === blankWord ? knobNotes.blank : issue.message}`,
        )
        .join('\n'),
    );
  return parsed.output;
}

/** The page's settings for a model; those of the family where it is not known. */
async function forModel(
  usual: Experiment,
  kind: StrategyKind,
  id: string,
  { look, find }: Pick<ModelsAtHand, 'look' | 'find'>,
): Promise<Experiment> {
  await look([id]);
  const model = find(id);
  return model?.engine === 'remote'
    ? { ...usual, model: id, strategy: strategyFor(model, kind), sampling: samplingFor(model, kind) }
    : { ...usual, model: id };
}

/** The bounds that the experiment's own schema has. */
export function rangeOf(schema: unknown): NumberRange {
  const control = controlOf(schema);
  if (control.type !== 'number') throw new Error('This setting is no number');
  return control;
}

/** Throws UsageError. */
export function readKind(text: string): StrategyKind {
  const kind = strategyKinds.find((known) => known === text);
  if (!kind)
    throw new UsageError(cli.flags.noStrategy({ strategy: text, strategies: strategyKinds.join(', ') }));
  return kind;
}

/** `samples=32`, `effort=high`, `verifier={"kind":"rule"}`: a number where the setting is one, else JSON where it is JSON, text otherwise. */
function readSetting(text: string, kind: StrategyKind): readonly [string, unknown] {
  const [name = '', ...rest] = text.split('=');
  const known = strategySchema.options
    .filter(({ entries }) => entries.kind.literal === kind)
    .flatMap(({ entries }) => Object.keys(entries))
    .filter((key) => key !== 'kind');
  if (!known.includes(name))
    throw new UsageError(cli.flags.noSetting({ strategy: kind, setting: name, settings: known.join(', ') }));
  if (rest.length === 0) throw new UsageError(cli.flags.noValue(name));
  const value = rest.join('=');
  const knob = knobsOf(kind).find((each) => each === name);
  const control = knob && knobControl(kind, knob);
  if (control?.type === 'number') return [name, numberFlag(`--set ${name}`, value, control)];
  try {
    return [name, JSON.parse(value)];
  } catch {
    return [name, value];
  }
}
