import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { gradeResponse } from '#answers/reply/grade-response.ts';
import type { Flags } from './flags.ts';
import { UsageError } from './usage-error.ts';

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
  if (!file) throw new UsageError('Name a file of JSON lines to grade.');
  const counts = { right: 0, wrong: 0, 'no answer': 0 };
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
        console.error(`Line ${number} can't be read: ${read}`);
        continue;
      }
      const graded = gradeResponse(read.response, read.reference, read.question ?? '');
      counts[graded.verdict] += 1;
      if (!summary) print(JSON.stringify({ line: number, ...graded }));
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new UsageError(`${file} can't be read: ${cause.message}`);
  }
  const graded = counts.right + counts.wrong + counts['no answer'];
  if (summary)
    print(
      `${graded} graded: ${counts.right} right, ${counts.wrong} wrong, ${counts['no answer']} without an answer${graded > 0 ? `; ${((100 * counts.right) / graded).toFixed(1)} % right` : ''}.`,
    );
  return unreadable > 0 ? 2 : 0;
}

/** A line's fields, or what is wrong with it. */
function readLine(line: string): v.InferOutput<typeof lineSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return 'it is no JSON.';
  }
  const parsed = v.safeParse(lineSchema, value);
  return parsed.success
    ? parsed.output
    : `"response" and "reference" must be texts, and "question" where it is given.`;
}
