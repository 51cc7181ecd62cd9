import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { gradeCommand } from './grade-command.ts';
import { UsageError } from './usage-error.ts';

async function graded(lines: readonly (object | string)[], flags: { summary?: boolean } = {}) {
  const file = join(await mkdtemp(join(tmpdir(), 'grade-')), 'replies.jsonl');
  await writeFile(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  const printed: string[] = [];
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const code = await gradeCommand(file, flags, (line) => printed.push(line));
  const said = errors.mock.calls.flat().join('\n');
  errors.mockRestore();
  return { code, printed, said };
}

test('each reply gets a line that says what was read and why it is right or wrong', async () => {
  const { code, printed } = await graded([
    { response: 'So it is \\boxed{\\frac{-3}{4}}.', reference: '-0.75' },
    { response: 'The answer is $x^2 + x$.', reference: 'x(x-1)', question: 'Multiply out.' },
    { response: 'I do not know.', reference: '5' },
    { response: 'It is \\boxed{25}', reference: '25\\%', question: 'What percentage is it?' },
  ]);
  const lines = printed.map((line): unknown => JSON.parse(line));
  expect(code).toBe(0);
  expect(lines).toMatchObject([
    {
      line: 1,
      verdict: 'right',
      extracted: '\\frac{-3}{4}',
      normalForm: '−0.75',
      reason: 'It is the reference answer: both are −0.75.',
    },
    {
      line: 2,
      verdict: 'wrong',
      normalForm: 'x^2 + x',
      reason: 'It is not the reference answer, x(x-1): at x = 2 it is 6, not 2.',
    },
    { line: 3, verdict: 'no answer', extracted: null },
    { line: 4, verdict: 'right' },
  ]);
});

test('a line that is no reply is named, the others are graded, and the exit code says so', async () => {
  const { code, printed, said } = await graded(
    [
      { response: '5', reference: '5' },
      '{"response": 5',
      '',
      { response: 'x' },
      { response: '6', reference: '5' },
    ],
    { summary: true },
  );
  expect(code).toBe(2);
  expect(said).toContain('Line 2 ');
  expect(said).toContain('Line 4 ');
  expect(printed).toEqual(['2 graded: 1 right, 1 wrong, 0 without an answer; 50.0% right.']);
});

test('a file that is not there is said to be missing', async () => {
  await expect(gradeCommand('/nowhere.jsonl', {})).rejects.toThrow(UsageError);
});
