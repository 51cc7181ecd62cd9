import * as v from 'valibot';
import { typedAs } from '#answers/families.ts';
import { deepEqual } from '#experiment/deep-equal.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { families } from '#experiment/families.ts';
import { secondModel } from '#experiment/second-model.ts';
import { serverOfModel } from '#policy/models.ts';
import { type Problem, problemSchema, problemText } from '#experiment/problem.ts';

const begin = ['npm', 'run', 'cli', '--', 'run'].join(' ');

/**
 * The command that runs an experiment, for a POSIX shell: with flags that a person can read and change where they say all
 * of it, else with its link.
 *
 * @param fragment the experiment's link, from its `#` on.
 */
export function shellCommand(experiment: Experiment, fragment: string): string {
  const words = [...(flagsOf(experiment) ?? [fragment]), ...serverOf(experiment)];
  return `${begin} ${words.map(quoted).join(' ')}`;
}

/** A server is asked only where the command names it, which whoever runs it can see. */
function serverOf({ model, strategy }: Experiment): readonly string[] {
  const [address] = [model, secondModel(strategy)].flatMap((id) => (id && serverOfModel(id)) ?? []);
  return address === undefined ? [] : ['--server', address];
}

/** Null where no flags say it. */
function flagsOf(experiment: Experiment): readonly string[] | null {
  const { problem, model, strategy, sampling, seed, budget, start, pruned } = experiment;
  const base = defaultExperiment(problem.family, strategy.kind);
  const typed = typedProblem(problem);
  const { temperature, ...others } = sampling;
  const amounts = [temperature, ...Object.values(strategy)].filter((value) => typeof value === 'number');
  const { temperature: usual, ...usualOthers } = base.sampling;
  if (typed === null || !amounts.every(isTyped) || start || pruned || !deepEqual(others, usualOthers))
    return null;
  const settings = Object.entries(strategy).filter(
    ([name, value]) => !deepEqual(value, new Map(Object.entries(base.strategy)).get(name)),
  );
  // A setting that the usual one has and this one lacks cannot be taken away by a flag.
  if (Object.keys(base.strategy).some((name) => !Object.hasOwn(strategy, name))) return null;
  return [
    '--problem',
    typed,
    '--strategy',
    strategy.kind,
    ...settings.flatMap(([name, value]) => ['--set', `${name}=${settingText(value)}`]),
    ...(temperature === usual ? [] : ['--temperature', String(temperature)]),
    ...(budget.tokens === 0 ? [] : ['--tokens', String(budget.tokens)]),
    '--model',
    model,
    '--seed',
    String(seed),
  ];
}

/** The problem as it is typed; null where what is typed would be read as another. */
function typedProblem(problem: Problem): string | null {
  const texts = [problemText(problem), `${problem.family}: ${problemText(problem)}`];
  return texts.find((text) => deepEqual(readAs(text), problem)) ?? null;
}

/** As the command line reads it: by the first family that takes it for its own. */
function readAs(text: string): Problem | null {
  const typed = families.map((family) => typedAs(family, text)).find((one) => one !== null);
  const read = v.safeParse(problemSchema, typed);
  return read.success ? read.output : null;
}

/** Whether a number is written as people type them, without a power of ten. */
const isTyped = (value: number): boolean => /^\d+(\.\d+)?$/.test(String(value));

/** A text that reads as JSON is said as JSON, so that it stays a text. */
function settingText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  try {
    JSON.parse(value);
    return JSON.stringify(value);
  } catch {
    return value;
  }
}

/** One word of a POSIX shell, whatever it holds. */
function quoted(text: string): string {
  return /^[\w.,:=/@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
