import { heldOutProblems } from '#experiment/held-out.ts';
import { accuracyTable, type AccuracyRow, type Method } from '#lab/accuracy.ts';
import { shareText } from '#lab/statistics.ts';
import { embeddedModel, embeddedModels } from '#policy/models.ts';
import { cli } from '#words/en/cli.ts';
import { type Flags, problemCount } from './flags.ts';
import { interrupted, openForCli, surroundings } from './open.ts';
import { UsageError } from './usage-error.ts';
import { writeBetween } from './write-between.ts';

/** Measures a model on the held-out problems and prints the table of its card. Throws UsageError. */
export async function tableCommand(id: string | undefined, flags: Flags): Promise<void> {
  const family = id && embeddedModel(id)?.families[0];
  const models = embeddedModels.map((model) => model.id).join(', ');
  if (!id || !family)
    throw new UsageError(
      id === undefined
        ? cli.models.name({ command: 'table', models })
        : cli.models.none({ model: id, models }),
    );
  const problems = (await heldOutProblems(family)).slice(0, problemCount(flags, 300));
  const model = await openForCli(id);
  const rows = await accuracyTable(problems, model, surroundings(interrupted()), (method, done, of) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${cli.accuracy.progress({ method: methodText(method), done, of })}          `);
  }).finally(() => {
    if (process.stderr.isTTY) process.stderr.write('\n');
  });
  const table = markdown(id, rows, problems.length);
  console.log(table);
  if (!flags.write) return;
  await writeBetween(new URL(`../../public/models/${id}/README.md`, import.meta.url), 'accuracy', table);
  console.log(cli.accuracy.written(`public/models/${id}/README.md`));
}

function markdown(id: string, rows: readonly AccuracyRow[], problems: number): string {
  return [
    cli.accuracy.made({ model: id, problems }),
    '',
    cli.accuracy.head,
    '| --- | --- | --- |',
    ...rows.map(
      ({ method, accuracy, tokens }) =>
        `| ${methodText(method)} | ${shareText(accuracy)} | ${tokens.toFixed(0)} |`,
    ),
  ].join('\n');
}

function methodText(method: Method): string {
  switch (method.kind) {
    case 'vote':
      return cli.accuracy.vote(method.samples);
    case 'oracle':
      return cli.accuracy.oracle(method.samples);
    default:
      return cli.accuracy.methods[method.kind];
  }
}
