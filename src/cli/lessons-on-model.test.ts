import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Experiment } from '#experiment/experiment.ts';
import { runOfPage, setupsOf } from '#learn/chapter.ts';
import { chapterIds } from '#learn/chapters.ts';
import { holds } from '#learn/claims.ts';
import { facts } from '#learn/facts.ts';
import { placesOf } from '#learn/targets.ts';
import { effects } from '#lab/effects/effects.ts';
import { parseMeasured } from '#lab/effects/measured.ts';
import { judgeClaim } from '#lab/effects/verdict.ts';
import { puctScore } from '#learn/puct.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { chapterParts } from '#words/chapter-parts.ts';
import { saidOf } from '#words/lesson-words.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { openForCli, surroundings } from './open.ts';

interface Ran {
  readonly entries: readonly LogEntry[];
  readonly state: RunState;
}

const models = new Map<string, Promise<LanguageModel>>();
const around = surroundings(new AbortController().signal);
/** Pages share setups: each is run once. */
const runs = new Map<string, Promise<Ran>>();

async function runAnew(experiment: Experiment): Promise<Ran> {
  const model = models.get(experiment.model) ?? openForCli(experiment.model);
  models.set(experiment.model, model);
  const entries: LogEntry[] = [];
  for await (const entry of runExperiment(experiment, await model, around)) entries.push(entry);
  return { entries, state: fold(emptyRun, entries) };
}

function run(experiment: Experiment): Promise<Ran> {
  const key = JSON.stringify(experiment);
  const known = runs.get(key) ?? runAnew(experiment);
  runs.set(key, known);
  return known;
}
afterAll(() => runs.clear());

/** How the claims of the literature came out. */
const measured = parseMeasured(JSON.parse(readFileSync('docs/effects.json', 'utf8')));
const verdicts = new Map<string, string>(
  [...judgeClaim(effects, new Map(measured.map(({ claim, arms }) => [claim, arms])))].map(
    ([claim, { verdict }]) => [claim, verdict],
  ),
);

const show = ({ state }: Ran) =>
  Object.entries(facts)
    .map(([name, read]) => `${name}=${read(state)}`)
    .join(' ');

describe.each(chapterIds)('%s', (id) => {
  test('its pages have their words, their files and what they ask for, and the runs bear out what is said', async () => {
    const { chapter, words } = await chapterParts[id]();
    expect(Object.keys(words.pages)).toEqual(chapter.pages.map((page) => page.id));
    expect(lessonWords.chapters[id].title).not.toBe('');
    for (const [at, page] of chapter.pages.entries()) {
      const own = words.pages[page.id]!;
      const setups = setupsOf(chapter, at);
      const where = `${id}, ${page.id}`;

      if (page.task.kind === 'run') expect(Object.keys(setups), where).toContain(page.task.setup);
      const several = Object.keys(page.setups ?? {});
      if (several.length > 1)
        expect(Object.keys(own.setups ?? {}).toSorted(), where).toEqual(several.toSorted());
      expect(Object.keys(own.guess?.options ?? {}).toSorted(), where).toEqual(
        [...(page.guess?.options ?? [])].toSorted(),
      );
      if (page.guess) expect(page.guess.options, where).toContain(page.guess.right);
      if (page.task.kind === 'beside') expect(several.length, where).toBeGreaterThan(1);
      expect(own.readOn !== undefined, `the name of the link of ${where}`).toBe(page.readOn !== undefined);
      expect(own.there !== undefined, `what the lens shows of ${where}`).toBe(
        page.readOn?.grpo !== undefined,
      );
      if (page.code) expect(existsSync(`src/strategies/${page.code}`), where).toBe(true);
      if (page.formula) {
        const tex = readFileSync(`src/learn/formulas/${page.formula}.tex`, 'utf8');
        for (const [, slot] of tex.matchAll(/\\slot\{(\w+)\}/g))
          expect(Object.keys(facts), where).toContain(slot);
        for (const [, word] of tex.matchAll(/\\word\{(\w+)\}/g))
          expect(Object.keys(lessonWords.inFormulas), where).toContain(word);
      }

      const wanted = runOfPage(chapter, at);
      const ran = wanted && (await run(wanted));
      if ('target' in page.task)
        expect(placesOf(page.task.target, ran!.entries, ran!.state).length, where).toBeGreaterThan(0);
      for (const [setup, claims] of Object.entries(page.claims ?? {})) {
        const experiment = setup === 'run' ? wanted : setups[setup];
        expect(experiment, `${where}: ${setup}`).toBeTruthy();
        const claimed = await run(experiment!);
        for (const claim of claims)
          expect(holds(claim, claimed.state), `${where}: ${JSON.stringify(claim)} of ${show(claimed)}`).toBe(
            true,
          );
      }
      // What is read and not declared is undefined in the sentence.
      const said =
        page.task.kind === 'beside'
          ? Object.fromEntries(
              await Promise.all(
                Object.entries(setups).map(
                  async ([name, setup]) => [name, (await run(setup)).state] as const,
                ),
              ),
            )
          : ran && { ran: ran.state };
      const sentence = said && saidOf(own, page.facts ?? [], said);
      if (own.after !== undefined && said)
        expect(sentence, `facts of ${where}: ${ran && show(ran)}`).not.toBeNull();
      expect(sentence ?? '').not.toMatch(/undefined|null|NaN/);
      if (page.verdict) expect(verdicts.get(page.about ?? ''), where).toBe(page.verdict);
      // Stands beside the run: short.
      expect([own.text, own.task].join(' ').split(/\s+/).length, `words of ${where}`).toBeLessThanOrEqual(70);
    }
  });
});

test('every formula is used', () => {
  const all = readdirSync('src/learn/chapters')
    .map((file) => readFileSync(`src/learn/chapters/${file}`, 'utf8'))
    .join('\n');
  const names = readdirSync('src/learn/formulas').flatMap((file) => /^(.*)\.tex$/.exec(file)?.[1] ?? []);
  expect(names.filter((name) => !all.includes(`'${name}'`))).toEqual([]);
});

test('with the constant of the run, a choice with c slid is the choice that was made', async () => {
  const { chapter } = await chapterParts.mcts();
  const { entries } = await run(runOfPage(chapter, 2)!);
  const choices = entries.flatMap(({ event }) => (event.type === 'path-selected' ? event.selections : []));
  expect(choices.length).toBeGreaterThan(20);
  for (const choice of choices)
    for (const row of choice.rows) expect(puctScore(row, choice, choice.c)).toBeCloseTo(row.score, 12);
});
