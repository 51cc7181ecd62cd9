import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// oxlint-disable-next-line no-restricted-imports -- what traces were called in words is now a fact, and words say it
import { labelText } from '#words/labels.ts';
import { fold } from './fold.ts';
import { openRun } from './import.ts';
import { emptyRun } from './state.ts';

/** Runs as the page saved them in November 2026, of each version, with what each came to. Never written anew. */
const folder = new URL('./testing/files/', import.meta.url);
type Outcomes = Readonly<Record<string, object>>;
const outcomes = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Outcomes;
const came = outcomes('came-to.json');
/** Of files of version 2, which carry facts: what these say is guarded as well. */
const said = outcomes('said-in-v2.json');

const opened = (file: string) => openRun(new Blob([readFileSync(new URL(file, folder))]));

/** What a person sees of a run that nothing may change. */
async function outcomeOf(file: string): Promise<object> {
  const run = await opened(file);
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

/** The facts of a run that its sentences are made of, and what answers are worth. */
async function factsOf(file: string): Promise<object> {
  const run = await opened(file);
  if (!run.ok) return run.failure;
  const { decisions, grade, sequences, tree, chosen } = fold(emptyRun, run.entries);
  return {
    decisions: decisions.map(({ decision }) => decision),
    labels: sequences.map(({ label }) => label),
    traces: sequences.flatMap(({ score }) => (score ? [score.why] : [])),
    nodes: tree.map(({ why, statusWhy }) => [why, statusWhy]),
    value: chosen?.answer?.value ?? null,
    grade,
  };
}

describe('files of old', () => {
  it('each has what it came to', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.gz'));
    expect(files.sort()).toEqual([...Object.keys(came), ...Object.keys(said)].sort());
  });

  it.each(Object.entries(came))('%s opens, and comes to the same', async (file, outcome) => {
    expect(await outcomeOf(file)).toEqual(outcome);
  });

  it.each(Object.entries(said))('%s opens, and carries the same facts', async (file, facts) => {
    expect(await factsOf(file)).toEqual(facts);
  });
});
