import { heldOutProblems } from '#experiment/held-out.ts';
import { shareText } from '#lab/statistics.ts';
import { strategyTable, tableEntries } from '#lab/strategy-table.ts';
import { embeddedModel, embeddedModels } from '#policy/models.ts';
import { type Flags, problemCount } from './flags.ts';
import { interrupted, openModel, surroundings } from './open.ts';
import { UsageError } from './usage-error.ts';

/** Runs every strategy over held-out problems and prints a line each. Throws UsageError. */
export async function strategiesCommand(id: string | undefined, flags: Flags): Promise<void> {
  const family = id && embeddedModel(id)?.families[0];
  if (!id || !family)
    throw new UsageError(
      `${id === undefined ? `Name a model: npm run cli -- strategies MODEL.` : `There is no model "${id}" here.`} There are: ${embeddedModels.map((model) => model.id).join(', ')}.`,
    );
  const problems = (await heldOutProblems(family)).slice(0, problemCount(flags, 100));
  const entries = tableEntries.filter(({ name }) => name.includes(flags.strategy ?? ''));
  if (entries.length === 0)
    throw new UsageError(
      `No strategy of the table has "${flags.strategy}" in its name. They are: ${tableEntries.map(({ name }) => name).join(', ')}.`,
    );
  console.log(
    `Model ${id}, ${problems.length} held-out problems, shares with 95 % Wilson intervals; tokens, forwards and seconds a problem.\n`,
  );
  console.log('| strategy | right | tokens | forwards | seconds |\n| --- | --- | --- | --- | --- |');
  await strategyTable(
    entries,
    problems,
    await openModel(id),
    surroundings(interrupted()),
    ({ name, accuracy, tokens, forwards, seconds }) =>
      console.log(
        `| ${name} | ${shareText(accuracy)} | ${tokens.toFixed(0)} | ${forwards.toFixed(0)} | ${seconds.toFixed(2)} |`,
      ),
  );
}
