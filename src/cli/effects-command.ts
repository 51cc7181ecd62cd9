import { heldOutHarder, heldOutProblems } from '../experiment/held-out.ts';
import type { Problem } from '../experiment/problem.ts';
import { verifierModel } from '../experiment/verifier.ts';
import { type Arm, type ArmResult, type Effect, verdictOf } from '../lab/effects/effect.ts';
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

/** Puts the literature's claims to the test on the models that ship and prints a table; with `--write` into docs/effects.md. Throws UsageError. */
export async function effectsCommand(only: string | undefined, flags: Flags): Promise<void> {
  if (only && flags.write) throw new UsageError('Only the whole table is written: leave the word out, or --write.');
  const count = Number(flags.problems ?? 300);
  const around = surroundings(interrupted());
  const models = new Map<string, LanguageModel>();
  const open = async (id: string) => {
    const model = models.get(id) ?? (await openModel(id));
    models.set(id, model);
    return { model, parameters: catalogModel(id)!.parameters };
  };
  const lines: string[] = [];
  const print = (line: string) => {
    lines.push(line);
    console.log(line);
  };
  print('| claim | literature | here | verdict |\n| --- | --- | --- | --- |');
  for (const effect of effects.filter(({ claim }) => claim.toLowerCase().includes((only ?? '').toLowerCase()))) {
    const missing = effect.arms.flatMap(modelsOf).find((id) => !catalogModel(id));
    if (missing) print(`| ${effect.claim} | ${effect.literature} | not measured: there is no model ${missing} | |`);
    else print(row(effect, await measureEffect(effect, problemsOf(effect).slice(0, count), open, around)));
  }
  if (!flags.write) return;
  const made = `${count} held-out problems, ${new Date().toISOString().slice(0, 10)}: \`npm run cli -- effects --problems ${count} --write\`.`;
  await writeBetween(page, 'effects', `${made}\n\n${lines.join('\n')}`);
  console.log('Written into docs/effects.md');
}

function problemsOf({ family, harder }: Effect): readonly Problem[] {
  return harder ? heldOutHarder(family) : heldOutProblems(family);
}

/** The model that thinks and, where there is another, the one that judges. */
function modelsOf({ model, strategy }: Arm): readonly string[] {
  const judge = 'verifier' in strategy ? verifierModel(strategy.verifier) : null;
  return judge === null ? [model] : [model, judge];
}

function row(effect: Effect, results: readonly ArmResult[]): string {
  const arms = results.map(({ arm, accuracy, tokens, parameters }) => `${arm.name}: ${shareText(accuracy)}, ${tokens.toFixed(0)} tokens × ${(parameters / 1e6).toFixed(1)} M`);
  const verdict = verdictOf(effect, results.map(({ accuracy }) => accuracy));
  return `| ${effect.claim} | ${effect.literature} | ${arms.join('<br>')} | ${verdict} |`;
}
