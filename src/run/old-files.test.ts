import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// oxlint-disable-next-line no-restricted-imports -- what traces were called in words is now a fact, and words say it
import { labelText } from '#words/labels.ts';
import { fold } from './fold.ts';
import { openRun } from './import.ts';
import { emptyRun } from './state.ts';

/** Runs as the page saved them in November 2026, of each strategy, with what each came to. Never written anew. */
const folder = new URL('./testing/files/', import.meta.url);
const came = JSON.parse(readFileSync(new URL('came-to.json', folder), 'utf8')) as Readonly<
  Record<string, object>
>;

/** What a person sees of a run that nothing may change. */
async function outcomeOf(file: string): Promise<object> {
  const run = await openRun(new Blob([readFileSync(new URL(file, folder))]));
  if (!run.ok) return run.failure;
  const { status, chosen, grade, sequences, tree, votes, usage } = fold(emptyRun, run.entries);
  return {
    strategy: run.experiment.strategy.kind,
    status,
    entries: run.entries.length,
    answer: chosen?.answer?.display ?? null,
    by: chosen?.by.rule ?? null,
    outcome: grade?.outcome ?? null,
    votes: votes.map((group) => [group.display, group.votes]),
    traces: sequences.map(({ label, tokens, answer }) => [
      labelText(label),
      tokens.length,
      answer?.display ?? null,
    ]),
    scores: tree.map(({ score }) => score),
    decoded: usage.decodedTokens,
  };
}

describe('files of old', () => {
  it('each has what it came to', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.gz'));
    expect(files.sort()).toEqual(Object.keys(came).sort());
  });

  it.each(Object.entries(came))('%s opens, and comes to the same', async (file, outcome) => {
    expect(await outcomeOf(file)).toEqual(outcome);
  });
});
