import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { gradeResponse, type ResponseReason } from '#answers/reply/grade-response.ts';
import { cli } from '#words/en/cli.ts';
import type { Flags } from './flags.ts';
import { UsageError } from './usage-error.ts';
import { gradeText } from '#words/grades.ts';

const lineSchema = v.object({
  response: v.string(),
  reference: v.string(),
  question: v.exactOptional(v.nullable(v.string())),
});

/**
 * Grades replies from a file of JSON lines with `response`, `reference` and perhaps `question`, and prints a line of JSON for
 * each; with --summary the counts alone. Returns the exit code: 2 where a line can't be read, which is named by its number.
 */
export async function gradeCommand(
  file: string | undefined,
  { summary = false }: Flags,
  print: (line: string) => void = console.log,
): Promise<number> {
  if (!file) throw new UsageError(cli.grade.name);
  const counts = { graded: 0, right: 0, wrong: 0 };
  let unreadable = 0;
  let number = 0;
  try {
    for await (const line of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Infinity,
    })) {
      number += 1;
      if (line.trim() === '') continue;
      const read = readLine(line);
      if (typeof read === 'string') {
        unreadable += 1;
        console.error(cli.grade.line({ line: number, why: read }));
        continue;
      }
      const graded = gradeResponse(read.response, read.reference, read.question ?? '');
      counts.graded += 1;
      if (graded.verdict === 'right' || graded.verdict === 'wrong') counts[graded.verdict] += 1;
      if (!summary) print(JSON.stringify({ line: number, ...graded, reason: reasonText(graded.reason) }));
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new UsageError(cli.grade.file({ file, why: cause.message }));
  }
  if (summary) print(cli.grade.summary({ ...counts, none: counts.graded - counts.right - counts.wrong }));
  return unreadable > 0 ? 2 : 0;
}

function reasonText(reason: ResponseReason): string {
  switch (reason.kind) {
    case 'no-answer':
      return cli.grade.responses.noAnswer;
    case 'empty-reference':
      return cli.grade.responses.emptyReference;
    default:
      return gradeText({ reason });
  }
}

/** A line's fields, or what is wrong with it. */
function readLine(line: string): v.InferOutput<typeof lineSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return cli.grade.noJson;
  }
  const parsed = v.safeParse(lineSchema, value);
  return parsed.success ? parsed.output : cli.grade.wrongFields;
}
