import { createReadStream } from 'node:fs';
import { defaultModel } from '#experiment/defaults.ts';
import type { Family } from '#experiment/families.ts';
import type { Problem } from '#experiment/problem.ts';
import {
  problemSetLimits,
  type ProblemSetFault,
  type ProblemSetNotes,
} from '#experiment/problem-set-faults.ts';
import { readProblemSetFile } from '#lab/problem-sets/read-problem-set.ts';
import { familiesOf, setUnavailable } from '#lab/problem-sets/who-can-answer.ts';
import type { ProblemSource } from '#lab/sweeps/spec.ts';
import { embeddedModel, modelsFor } from '#policy/models.ts';
import { cli } from '#words/en/cli.ts';
import { sweepCommandWords } from '#words/en/sweep-commands.ts';
import { problemSets } from '#words/en/problem-sets.ts';
import { problems as problemWords } from '#words/en/problems.ts';
import { type Flags, problemCount } from './flags.ts';
import type { ModelsAtHand } from './models-at-hand.ts';
import { UsageError } from './usage-error.ts';

/** What arms are to answer, and the model of those that name none. */
export interface AskedProblems {
  readonly source: ProblemSource;
  readonly problems: readonly Problem[];
  readonly model: string;
}

/**
 * A problem set of one's own from a file: all of it, or the first `--problems`. What is to be known of it is said. Throws
 * UsageError where it cannot be read, each bad line named, or no model here reads what it asks.
 */
export async function ownProblems(
  path: string,
  flags: Flags,
  wanted: string | undefined = flags.model,
  find: ModelsAtHand['find'] = (id) => embeddedModel(id) ?? null,
): Promise<AskedProblems> {
  const beside = (['family', 'set'] as const).find((flag) => flags[flag] !== undefined);
  if (beside !== undefined) throw new UsageError(sweepCommandWords.besideOwn(beside));
  const read = readProblemSetFile(await beginning(path), path, { leaveOut: flags['leave-out'] ?? false });
  if (!read.ok) throw new UsageError(`${path}: ${faultLines(read.fault).join('\n')}`);
  const problems = read.problems.slice(0, problemCount(flags, read.problems.length));
  const model = modelOf(familiesOf(problems), wanted, find);
  for (const note of notesOn(read.notes)) console.error(note);
  return { source: { kind: 'own', name: read.name, problems }, problems, model };
}

/** As much of a file as a set may have, and a byte more, by which one that is too big is known. */
async function beginning(path: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: problemSetLimits.bytes }))
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function faultLines(fault: ProblemSetFault): readonly string[] {
  if (fault.kind !== 'bad-lines') return [problemSets.fault(fault)];
  const { count, lines, readable } = fault;
  return [
    problemSets.badLines(count),
    ...lines.map(problemSets.badLine),
    ...(count > lines.length ? [problemSets.moreBad(count - lines.length)] : []),
    readable === 0 ? problemSets.noneReadable : sweepCommandWords.leaveOut(readable),
  ];
}

function notesOn({ withoutAnswer, repeated, leftOut }: ProblemSetNotes): readonly string[] {
  return [
    ...(leftOut.count > 0 ? [problemSets.leftOut(leftOut)] : []),
    ...(withoutAnswer > 0 ? [problemSets.withoutAnswer(withoutAnswer)] : []),
    ...(repeated.count > 0 ? [problemSets.repeated(repeated)] : []),
  ];
}

/** A model that reads all kinds of problems of a set: the one that is wanted, else the usual one of its first kind. */
function modelOf(asked: readonly Family[], wanted: string | undefined, find: ModelsAtHand['find']): string {
  const [first] = asked;
  if (first === undefined) throw new UsageError(problemSets.fault({ kind: 'empty' }));
  const named = wanted === undefined ? null : find(wanted);
  if (wanted !== undefined && named && setUnavailable(asked, named) === null) return wanted;
  const able = modelsFor(first).filter((model) => setUnavailable(asked, model) === null);
  if (able.length === 0)
    throw new UsageError(asked.includes('question') ? problemSets.needsReader : severalKinds(asked));
  const misfit = named ? setUnavailable(asked, named) : null;
  if (misfit)
    throw new UsageError(cli.models.theseDo({ why: problemWords.onlyKnows(misfit), models: ids(able) }));
  const usual = able.find(({ id }) => id === defaultModel(first)) ?? able[0];
  return wanted ?? usual?.id ?? defaultModel(first);
}

const severalKinds = (asked: readonly Family[]): string =>
  sweepCommandWords.severalKinds(asked.map((family) => problemWords.several[family]));

const ids = (models: readonly { readonly id: string }[]): string => models.map(({ id }) => id).join(', ');
