import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { biggerArithmetic, heldOutHarder, heldOutProblems } from '../experiment/held-out.ts';
import type { Problem } from '../experiment/problem.ts';
import { type ArmResult, type Effect, type ProblemSet, verdictOf } from '../lab/effects/effect.ts';
import { effects } from '../lab/effects/effects.ts';
import { measureEffect } from '../lab/effects/measure.ts';
import { shareText } from '../lab/statistics.ts';
import { catalogModel } from '../policy/catalog.ts';
import type { LanguageModel } from '../policy/language-model.ts';
import type { Flags } from './flags.ts';
import { interrupted, openModel, surroundings } from './open.ts';
import { UsageError } from './read-experiment.ts';
import { writeBetween } from './write-between.ts';

const page = new URL('../../docs/effects.md', import.meta.url);
const readme = new URL('../../README.md', import.meta.url);

/**
 * Puts the literature's claims to the test on the models that ship and prints a table; with `--write` the rows go into
 * docs/effects.md, where those of other claims stay as they were, and in short into the README. Each says when it was measured.
 * Throws UsageError.
 *
 * @param only measures the claims that have this word in them.
 */
export async function effectsCommand(only: string | undefined, flags: Flags): Promise<void> {
  const asked = effects.filter(({ claim }) => claim.toLowerCase().includes((only ?? '').toLowerCase()));
  if (asked.length === 0) throw new UsageError(`No claim has "${only}" in it. The claims:\n${effects.map(({ claim }) => claim).join('\n')}`);
  const count = Number(flags.problems ?? 300);
  const around = surroundings(interrupted());
  const models = new Map<string, LanguageModel>();
  const open = async (id: string) => {
    const model = models.get(id) ?? (await openModel(id));
    models.set(id, model);
    return { model, parameters: catalogModel(id)!.parameters };
  };
  const measured = new Map<string, string>();
  const measuredWhen = `at ${commit()}`;
  console.log(head);
  for (const effect of asked) {
    const problems = problemsOf(effect).slice(0, count);
    const line = row(effect, await measureEffect(effect, problems, open, around), `${today()}, ${problems.length} problems, ${measuredWhen}`);
    measured.set(effect.claim, line);
    console.log(line);
  }
  if (!flags.write) return;
  const before = rowsByClaim(await readFile(page, 'utf8'));
  const rows = effects.flatMap(({ claim }) => measured.get(claim) ?? before.get(claim) ?? []);
  await writeBetween(page, 'effects', `${head}\n${rows.join('\n')}`);
  await writeBetween(readme, 'effects', `${shortHead}\n${rows.map(shortRow).join('\n')}`);
  console.log('Written into docs/effects.md and README.md');
}

const head = '| claim | literature | here | verdict | measured |\n| --- | --- | --- | --- | --- |';

const shortHead = '| claim | here, first and last arm | verdict | measured |\n| --- | --- | --- | --- |';

/** A row of the whole table without its source, the arms between and what they cost. */
function shortRow(line: string): string {
  const [claim, , arms = '', verdict, measured] = line.slice(2, -2).split(' | ');
  const named = arms.split('<br>').map((arm) => arm.replace(/, \d+ tokens.*$/, ''));
  return `| ${claim} | ${named[0]} → ${named.at(-1)} | ${verdict} | ${measured} |`;
}

/** The rows of a written table. */
function rowsByClaim(text: string): ReadonlyMap<string, string> {
  return new Map(text.split('\n').filter((line) => line.startsWith('| ')).map((line) => [line.split(' | ')[0]!.slice(2), line]));
}

const today = (): string => new Date().toISOString().slice(0, 10);
/** `-dirty` where it is not what was measured. */
const commit = (): string => execFileSync('git', ['describe', '--always', '--exclude=*', '--dirty'], { encoding: 'utf8' }).trim();

function problemsOf({ family, set = 'usual' }: ProblemSet): readonly Problem[] {
  switch (set) {
    case 'usual':
      return heldOutProblems(family);
    case 'harder':
      return heldOutHarder(family);
    case 'bigger':
      return biggerArithmetic().map(({ problem }) => problem);
  }
}

function row(effect: Effect, results: readonly ArmResult[], measured: string): string {
  const arms = results.map(({ arm, accuracy, tokens, parameters }) => `${arm.name}: ${shareText(accuracy)}, ${tokens.toFixed(0)} tokens × ${(parameters / 1e6).toFixed(1)} M`);
  const verdict = verdictOf(effect, results.map(({ accuracy }) => accuracy));
  return `| ${effect.claim} | ${effect.literature} | ${arms.join('<br>')} | ${verdict} | ${measured} |`;
}
