import { afterEach, expect, test, vi } from 'vitest';
import type { Flags } from './flags.ts';
import { runCommand } from './run-command.ts';

afterEach(() => vi.restoreAllMocks());

/** What a run prints. */
async function printed(flags: Flags): Promise<string> {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  expect(await runCommand(undefined, flags)).toBe(0);
  return lines.join('\n');
}

test('a game without a solution is called so before it runs', async () => {
  expect(await printed({ problem: '24: 1 1 1 1' })).toMatch(
    /^This problem has no solution: Make 24 from 1, 1, 1, 1\.\nMake 24/,
  );
  expect(await printed({ problem: '24: 3 3 8 8' })).toMatch(/^Make 24/);
});

test('a run without an answer says why, and one with an answer how many traces were cut', async () => {
  expect(await printed({ problem: '24: 4 9 10 13', tokens: '20' })).toContain(
    'No answer: the thought was cut at 20 tokens, where the budget ended. Raise the token budget, or draw less.',
  );
  const voted = await printed({ problem: '47*6+38*4', strategy: 'self-consistency', tokens: '440' });
  expect(voted).toMatch(
    /\nAnswer: \d+ .+\n[1-7] of 8 traces (was|were) cut at 55 tokens, where the budget ended\.\n/,
  );
});

test('a step of a search, or a draw that only counts among others, is not said to have no answer', async () => {
  const searched = await printed({ problem: '24: 4 9 10 13', strategy: 'beam-search' });
  expect(searched).toMatch(/^Step 1, draw 1: .*\nStep 1, draw 2: /m);
  expect(searched).toMatch(/\n  answer .+, right\n/);
  expect(searched).not.toContain('no answer');
  expect(await printed({ problem: '24: 4 9 10 13', tokens: '1' })).toMatch(
    /\n  no answer\n[^]*\n1 token drawn, 9 prompt tokens \(0 cached\), 1 forward, /,
  );
});
