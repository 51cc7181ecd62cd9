import { heldOutProblems } from '#experiment/held-out.ts';
import { accuracyTable, type AccuracyRow } from '#lab/accuracy.ts';
import { shareText } from '#lab/statistics.ts';
import { embeddedModel, embeddedModels } from '#policy/models.ts';
import { type Flags, problemCount } from './flags.ts';
import { interrupted, openModel, surroundings } from './open.ts';
import { UsageError } from './usage-error.ts';
import { writeBetween } from './write-between.ts';

/** Measures a model on the held-out problems and prints the table of its card. Throws UsageError. */
export async function tableCommand(id: string | undefined, flags: Flags): Promise<void> {
  const family = id && embeddedModel(id)?.families[0];
  if (!id || !family)
    throw new UsageError(
      `${id === undefined ? `Name a model: npm run cli -- table MODEL.` : `There is no model "${id}" here.`} There are: ${embeddedModels.map((model) => model.id).join(', ')}.`,
    );
  const problems = (await heldOutProblems(family)).slice(0, problemCount(flags, 300));
  const model = await openModel(id);
  const rows = await accuracyTable(problems, model, surroundings(interrupted()), (method, done, of) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${method}: ${done} of ${of}          `);
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const table = markdown(id, rows, problems.length);
  console.log(table);
  if (!flags.write) return;
  await writeBetween(new URL(`../../public/models/${id}/README.md`, import.meta.url), 'accuracy', table);
  console.log(`Written into public/models/${id}/README.md`);
}

function markdown(id: string, rows: readonly AccuracyRow[], problems: number): string {
  return [
    `Held-out problems: ${problems}. Made by \`npm run cli -- table ${id} --problems ${problems} --write\` (shares with 95 % Wilson intervals).`,
    '',
    '| method | right | tokens a problem |',
    '| --- | --- | --- |',
    ...rows.map(
      ({ method, accuracy, tokens }) => `| ${method} | ${shareText(accuracy)} | ${tokens.toFixed(0)} |`,
    ),
  ].join('\n');
}
