import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { defaultModel } from '#experiment/defaults.ts';
import { families, type Family } from '#experiment/families.ts';
import { heldOutProblems } from '#experiment/held-out.ts';
import { armComputation } from '#lab/sweeps/check.ts';
import { ResultsError, resultsFormat, resultsIn } from '#lab/sweeps/results-file.ts';
import { heldOutSets, type Sweep, type SweepArm, sweepLimits, sweepSchema } from '#lab/sweeps/spec.ts';
import { decodeSweep } from '#lab/sweeps/sweep-link.ts';
import { embeddedModel, embeddedModels } from '#policy/models.ts';
import { cli } from '#words/en/cli.ts';
import { sweepFaults } from '#words/en/sweep-faults.ts';
import { explainAll } from '#words/explain.ts';
import { resultsFailureText } from './sweep-fault-text.ts';
import { armText } from './arm-text.ts';
import { type Flags, numberFlag, problemCount } from './flags.ts';
import { armsFromText } from './read-arm.ts';
import { rangeOf } from './read-experiment.ts';
import { UsageError } from './usage-error.ts';

/** The sweep that flags ask for: of a file, of a link, or of arms over held-out problems; null where none says. Throws UsageError. */
export async function readSweep(flags: Flags): Promise<Sweep | null> {
  const [source, ...more] = (['file', 'link', 'arm'] as const).filter((flag) => flags[flag] !== undefined);
  const foreign = (['family', 'set', 'problems', 'model', 'repeats', 'tokens'] as const).find(
    (flag) => flags[flag] !== undefined,
  );
  if (more[0] !== undefined) throw new UsageError(cli.sweep.oneSource);
  if (source !== 'arm' && foreign !== undefined) throw new UsageError(cli.sweep.onlyWithArms(foreign));
  if (flags.file !== undefined) return sweepOfFile(flags.file);
  if (flags.link !== undefined) return sweepOfLink(flags.link);
  return flags.arm === undefined ? null : sweepOfArms(flags.arm, flags);
}

async function sweepOfLink(link: string): Promise<Sweep> {
  const read = await decodeSweep(link.slice(link.indexOf('#')));
  if (!read.ok) throw new UsageError(explainAll(read.failure));
  return read.sweep;
}

/** A sweep as JSON, or that of a file of results. */
async function sweepOfFile(path: string): Promise<Sweep> {
  const text = await readFile(path, 'utf8');
  if (text.startsWith(`{"format":"${resultsFormat}"`)) return sweepOfResults(path, text);
  try {
    return v.parse(sweepSchema, JSON.parse(text));
  } catch (error) {
    const [issue] = error instanceof v.ValiError ? error.issues : [];
    throw new UsageError(cli.sweep.noSweep({ file: path, at: issue ? (v.getDotPath(issue) ?? '') : '' }));
  }
}

async function sweepOfResults(path: string, text: string): Promise<Sweep> {
  try {
    for await (const part of resultsIn(new Blob([text]).stream()))
      if (part.kind === 'sweep') return part.sweep;
  } catch (error) {
    if (error instanceof ResultsError) throw new UsageError(`${path}: ${resultsFailureText(error.failure)}`);
    throw error;
  }
  throw new UsageError(cli.sweep.noSweep({ file: path, at: '' }));
}

async function sweepOfArms(texts: readonly string[], flags: Flags): Promise<Sweep> {
  const id = flags.model ?? defaultModel(readFamily(flags.family) ?? 'arithmetic');
  const model = embeddedModel(id);
  const family = readFamily(flags.family) ?? model?.families[0];
  if (!model || !family)
    throw new UsageError(
      cli.models.none({ model: id, models: embeddedModels.map((one) => one.id).join(', ') }),
    );
  const set = readSet(flags.set?.at(-1));
  const tokens = numberFlag('--tokens', flags.tokens, rangeOf(sweepSchema.entries.tokens)) ?? 0;
  const problems = await heldOutProblems(family, set);
  return {
    problems: { kind: 'held-out', family, ...(set ? { set } : {}), count: problemCount(flags, 50) },
    arms: eachOnce(
      texts.flatMap((text) => armsFromText(text, { model: id, problems, tokens })),
      tokens,
    ),
    repeats: numberFlag('--repeats', flags.repeats, { min: 1, max: sweepLimits.repeats, whole: true }) ?? 1,
    tokens,
  };
}

/** Without arms that come to the same as an earlier one, which is said. */
function eachOnce(arms: readonly SweepArm[], tokens: number): readonly SweepArm[] {
  const first = new Map<string, SweepArm>();
  for (const arm of arms) {
    const text = armComputation(arm, tokens);
    const as = first.get(text);
    const nameOf = (one: SweepArm) => armText(one, arms, tokens);
    if (as) console.error(sweepFaults.sameArms({ arm: nameOf(arm), as: nameOf(as) }));
    else first.set(text, arm);
  }
  return [...first.values()];
}

function readFamily(text: string | undefined): Family | undefined {
  const family = families.find((one) => one === text);
  if (text !== undefined && !family)
    throw new UsageError(cli.sweep.noFamily({ family: text, families: families.join(', ') }));
  return family;
}

function readSet(text: string | undefined): (typeof heldOutSets)[number] | undefined {
  const set = heldOutSets.find((one) => one === text);
  if (text !== undefined && !set)
    throw new UsageError(cli.sweep.noSet({ set: text, sets: heldOutSets.join(', ') }));
  return set;
}
