import { open, readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { defaultModel } from '#experiment/defaults.ts';
import { families, type Family } from '#experiment/families.ts';
import { heldOutProblems } from '#experiment/held-out.ts';
import { armComputation } from '#lab/sweeps/check.ts';
import { resultsFormat } from '#lab/sweeps/results-file.ts';
import { heldOutSets, type Sweep, type SweepArm, sweepLimits, sweepSchema } from '#lab/sweeps/spec.ts';
import { decodeSweep } from '#lab/sweeps/sweep-link.ts';
import { embeddedModels } from '#policy/models.ts';
import { cli } from '#words/en/cli.ts';
import { sweepCommandWords } from '#words/en/sweep-commands.ts';
import { sweepFaults } from '#words/en/sweep-faults.ts';
import { explainAll } from '#words/explain.ts';
import { armText } from './arm-text.ts';
import { type Flags, numberFlag, problemCount } from './flags.ts';
import { type ModelsAtHand, shippedAtHand } from './models-at-hand.ts';
import { armsFromText } from './read-arm.ts';
import { type AskedProblems, ownProblems } from './own-problems.ts';
import { rangeOf } from './read-experiment.ts';
import { sweepOfResults } from './results-of-file.ts';
import { UsageError } from './usage-error.ts';

/** The sweep that flags ask for: of a file, of a link, or of arms over held-out problems or one's own; null where none says. Throws UsageError. */
export async function readSweep(flags: Flags, models: ModelsAtHand = shippedAtHand()): Promise<Sweep | null> {
  const link = flags.link ?? flags.url;
  const [source, ...more] = (['file', 'link', 'url', 'arm'] as const).filter(
    (flag) => flags[flag] !== undefined,
  );
  const foreign = (
    ['own', 'leave-out', 'family', 'set', 'problems', 'model', 'repeats', 'tokens'] as const
  ).find((flag) => flags[flag] !== undefined);
  if (more[0] !== undefined) throw new UsageError(sweepCommandWords.oneSource);
  if (source !== 'arm' && foreign !== undefined)
    throw new UsageError(sweepCommandWords.onlyWithArms(foreign));
  if (flags.file !== undefined) return sweepOfFile(flags.file);
  if (link !== undefined) return sweepOfLink(link);
  return flags.arm === undefined ? null : sweepOfArms(flags.arm, flags, models);
}

async function sweepOfLink(link: string): Promise<Sweep> {
  const read = await decodeSweep(link.slice(link.indexOf('#')));
  if (!read.ok) throw new UsageError(explainAll(read.failure));
  return read.sweep;
}

/** A sweep as JSON, or that of a file of results. */
async function sweepOfFile(path: string): Promise<Sweep> {
  const sweep = (await isOfResults(path)) ? await sweepOfResults(path) : null;
  if (sweep) return sweep;
  const text = await readFile(path, 'utf8');
  try {
    return v.parse(sweepSchema, JSON.parse(text));
  } catch (error) {
    const [issue] = error instanceof v.ValiError ? error.issues : [];
    throw new UsageError(
      sweepCommandWords.noSweep({ file: path, at: issue ? (v.getDotPath(issue) ?? '') : '' }),
    );
  }
}

/** Told by how it begins: results may be more than a string can hold. */
async function isOfResults(path: string): Promise<boolean> {
  const beginning = `{"format":"${resultsFormat}"`;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(beginning.length), 0, beginning.length, 0);
    return buffer.toString() === beginning;
  } finally {
    await file.close();
  }
}

async function sweepOfArms(texts: readonly string[], flags: Flags, models: ModelsAtHand): Promise<Sweep> {
  const wanted = await models.idOf(flags.model);
  if (wanted !== undefined) await models.look([wanted]);
  const { source, problems, model } =
    flags.own === undefined
      ? await heldOut(flags, wanted, models)
      : await ownProblems(flags.own, flags, wanted, models.find);
  const tokens = numberFlag('--tokens', flags.tokens, rangeOf(sweepSchema.entries.tokens)) ?? 0;
  return {
    problems: source,
    arms: eachOnce(
      texts.flatMap((text) => armsFromText(text, { model, problems, tokens, find: models.find })),
      tokens,
    ),
    repeats: numberFlag('--repeats', flags.repeats, { min: 1, max: sweepLimits.repeats, whole: true }) ?? 1,
    tokens,
  };
}

async function heldOut(
  flags: Flags,
  wanted: string | undefined,
  { find }: ModelsAtHand,
): Promise<AskedProblems> {
  if (flags['leave-out']) throw new UsageError(sweepCommandWords.leaveOutWhat);
  const id = wanted ?? defaultModel(readFamily(flags.family) ?? 'arithmetic');
  const model = find(id);
  const family = readFamily(flags.family) ?? familyOf(model);
  if (!model || !family)
    throw new UsageError(
      cli.models.none({ model: id, models: embeddedModels.map((one) => one.id).join(', ') }),
    );
  const set = readSet(flags.set?.at(-1));
  return {
    source: { kind: 'held-out', family, ...(set ? { set } : {}), count: problemCount(flags, 50) },
    problems: await heldOutProblems(family, set),
    model: id,
  };
}

/** What is asked of a model by itself: what it was trained on, else what needs no words. */
const familyOf = (model: ReturnType<ModelsAtHand['find']>): Family | undefined =>
  model?.capabilities.instructions ? 'arithmetic' : model?.families[0];

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
    throw new UsageError(sweepCommandWords.noFamily({ family: text, families: families.join(', ') }));
  return family;
}

function readSet(text: string | undefined): (typeof heldOutSets)[number] | undefined {
  const set = heldOutSets.find((one) => one === text);
  if (text !== undefined && !set)
    throw new UsageError(sweepCommandWords.noSet({ set: text, sets: heldOutSets.join(', ') }));
  return set;
}
