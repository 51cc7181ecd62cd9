import { heldOutProblems } from '#experiment/held-out.ts';
import { strategyKinds } from '#experiment/strategies.ts';
import { shareText } from '#lab/statistics.ts';
import { type EntryName, strategyTable, tableEntries } from '#lab/strategy-table.ts';
import { embeddedModel, embeddedModels } from '#policy/models.ts';
import { cli } from '#words/en/cli.ts';
import { strategies } from '#words/en/strategies.ts';
import { type Flags, problemCount } from './flags.ts';
import { interrupted } from './open.ts';
import { measureHere } from './sweep-measure.ts';
import { UsageError } from './usage-error.ts';

/** Runs every strategy over held-out problems and prints a line each. Throws UsageError. */
export async function strategiesCommand(id: string | undefined, flags: Flags): Promise<void> {
  const model = id === undefined ? undefined : embeddedModel(id);
  const family = model?.families[0];
  const models = embeddedModels.map((one) => one.id).join(', ');
  if (!model || !family)
    throw new UsageError(
      id === undefined
        ? cli.models.name({ command: 'strategies', models })
        : cli.models.none({ model: id, models }),
    );
  const problems = (await heldOutProblems(family)).slice(0, problemCount(flags, 100));
  const entries = tableEntries.filter(({ name }) => nameOf(name).includes(flags.strategy ?? ''));
  if (entries.length === 0)
    throw new UsageError(
      cli.strategies.none({
        word: flags.strategy ?? '',
        names: tableEntries.map(({ name }) => nameOf(name)).join(', '),
      }),
    );
  const signal = interrupted();
  console.log(`${cli.strategies.made({ model: model.id, problems: problems.length })}\n`);
  console.log(`${cli.strategies.head}\n| --- | --- | --- | --- | --- |`);
  await strategyTable(
    entries,
    problems,
    model,
    measureHere(signal),
    ({ name, accuracy, tokens, forwards, seconds }) =>
      console.log(
        `| ${nameOf(name)} | ${shareText(accuracy)} | ${tokens.toFixed(0)} | ${forwards.toFixed(0)} | ${seconds.toFixed(2)} |`,
      ),
  );
}

/** A line's own words; of a strategy with one line, its name. */
function nameOf(name: EntryName): string {
  const own = Object.hasOwn(cli.lines, name) ? new Map(Object.entries(cli.lines)).get(name) : undefined;
  const kind = strategyKinds.find((one) => one === name);
  return own ?? (kind ? strategies[kind].name : name);
}
