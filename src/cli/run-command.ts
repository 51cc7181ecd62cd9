import { explainAll } from '#words/explain.ts';
import { problemUnavailable } from '#experiment/fit.ts';
import { whyNotStrategy, whyNotVerifier } from '#words/describe.ts';
import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isSolvable } from '#answers/solvable.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { familySheet } from '#experiment/families.ts';
import { secondModel } from '#experiment/second-model.ts';
import { embeddedModels, modelsFor } from '#policy/models.ts';
import type { LogEntry } from '#run/events.ts';
import { saveRun } from '#run/export.ts';
import { runFileLimits } from '#run/run-file.ts';
import { runFiles } from '#words/en/run-files.ts';
import { fold } from '#run/fold.ts';
import { cutTracesText, noAnswerWords } from '#words/no-answer.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import { traceText } from '#run/trace-text.ts';
import { amounts } from '#words/en/amounts.ts';
import { labelText } from '#words/labels.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { cli } from '#words/en/cli.ts';
import { serverCommandWords } from '#words/en/server-commands.ts';
import { problems } from '#words/en/problems.ts';
import { exitCodes } from './exit-codes.ts';
import type { Flags } from './flags.ts';
import { type ModelsAtHand, modelsAtHand } from './models-at-hand.ts';
import { interrupted, surroundings } from './open.ts';
import { readExperiment } from './read-experiment.ts';
import { UsageError } from './usage-error.ts';
import { gradeText } from '#words/grades.ts';

/** Runs one experiment and prints it. Returns the exit code: 0 when the run finished, right or wrong, 130 after Ctrl+C. */
export async function runCommand(link: string | undefined, flags: Flags): Promise<number> {
  if (link !== undefined && flags.url !== undefined) throw new UsageError(cli.flags.besideLink('url'));
  const signal = interrupted();
  const models = modelsAtHand(flags, signal);
  const experiment = await readExperiment(link ?? flags.url, flags, models);
  await models.look(modelsOf(experiment));
  checkModels(experiment, models);
  if (flags.json !== undefined) await checkWritable(flags.json);
  const model = await models.open(experiment.model);
  if (!isSolvable(experiment.problem)) console.log(problems.noSolution(problems.text(experiment.problem)));
  const entries: LogEntry[] = [];
  const around = surroundings(signal, models.open);
  for await (const entry of runExperiment(experiment, model, around)) entries.push(entry);
  const first = entries[0]?.event;
  if (first?.type === 'run-failed') {
    console.error(explainAll(first.failure));
    return 1;
  }
  const state = fold(emptyRun, entries);
  console.log(`${problems.text(experiment.problem)}\n`);
  printRun(state);
  if (flags.json) {
    const saved = await saveRun(experiment, entries);
    if (!saved.ok) {
      console.error(explainAll(saved.failure));
      return 1;
    }
    await writeFile(flags.json, saved.content.stream());
    console.log(
      `\n${saved.compressed ? cli.json.writtenCompressed(flags.json) : cli.json.written(flags.json)}${saved.leftOut ? ` ${runFiles.leftOut(runFileLimits.most)}` : ''}`,
    );
  }
  if (signal.aborted) return exitCodes.stopped;
  return state.status === 'finished' ? 0 : exitCodes.failed;
}

/** The models that it names. */
export const modelsOf = ({ model, strategy }: Pick<Experiment, 'model' | 'strategy'>): readonly string[] => {
  const second = secondModel(strategy);
  return second === null ? [model] : [model, second];
};

/** What the page says beside its controls. Throws UsageError where model, problem, strategy and verifier do not fit each other. */
function checkModels({ model: id, problem, strategy }: Experiment, at: ModelsAtHand): void {
  const model = at.find(id);
  const ids = (models: readonly { readonly id: string }[]) => models.map((one) => one.id).join(', ');
  if (!familySheet(problem).trained && !model) throw new UsageError(cli.models.onlyOnPage(id));
  if (!model) throw new UsageError(cli.models.none({ model: id, models: ids(embeddedModels) }));
  const other = problemUnavailable(problem.family, model);
  if (other)
    throw new UsageError(
      familySheet(problem).trained
        ? cli.models.theseDo({ why: problems.onlyKnows(other), models: ids(modelsFor(problem.family)) })
        : cli.models.onlyGpu(problems.onlyKnows(other)),
    );
  const named = secondModel(strategy);
  const second = named === null ? null : at.find(named);
  if (named !== null && !second)
    throw new UsageError(cli.models.noneToJudge({ model: named, models: ids(embeddedModels) }));
  const unfit =
    whyNotStrategy(strategy, model) ??
    ('verifier' in strategy ? whyNotVerifier(strategy.verifier, strategy, model, problem, second) : null);
  if (unfit !== null) throw new UsageError(unfit);
}

/** Before the run, which may take long: a file that cannot be written is found out now. Rejects with UsageError. */
async function checkWritable(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new UsageError(cli.json.folder(path));
  await access(there ? path : dirname(path), constants.W_OK).catch(() => {
    throw new UsageError(cli.json.locked(path));
  });
}

function printRun(state: RunState): void {
  const { sequences, votes, chosen, grade, failure, usage, status, simulations } = state;
  for (const { label, tokens, answer, extracted, grade: traceGrade } of sequences) {
    // In a step of a search, or a draw that only counts among others, no answer is looked for.
    const found = answer
      ? `\n  ${cli.run.answer({ answer: answer.display, outcome: cli.run.outcomes[traceGrade?.outcome ?? 'ungraded'] })}`
      : extracted
        ? `\n  ${cli.run.noAnswer}`
        : '';
    console.log(`${labelText(label)}: ${traceText(tokens)}${found}`);
  }
  if (votes.length > 0)
    console.log(
      `\n${cli.run.votes(votes.map((group) => cli.run.votesFor({ votes: group.votes, answer: group.display })).join(', '))}`,
    );
  if (simulations.run > 0) console.log(`\n${amounts.simulations(simulations)}`);
  const noAnswer = noAnswerWords(state);
  if (chosen?.answer)
    console.log(
      `\n${cli.run.result({ answer: chosen.answer.display, outcome: grade ? cli.run.graded({ outcome: cli.run.outcomes[grade.outcome], reason: gradeText(grade) }) : cli.run.outcomes.ungraded })}`,
    );
  else
    console.log(
      `\n${failure ? explainAll(failure) : noAnswer ? cli.run.none(noAnswer) : cli.run.ended[status]}`,
    );
  const cut = chosen?.answer ? cutTracesText(state) : null;
  if (cut !== null) console.log(`${cut}.`);
  console.log(
    cli.run.spent({
      drawn: usage.decodedTokens,
      prompt: usage.prefilledTokens + usage.cachedTokens,
      cached: usage.cachedTokens,
      forwards: usage.forwards,
      seconds: usage.modelSeconds,
    }),
  );
  if (usage.server) {
    const { retries, estimatedTokens } = usage.server;
    console.log(serverCommandWords.sent({ requests: usage.forwards, retries }));
    if (estimatedTokens > 0) console.log(serverCommandWords.estimated(estimatedTokens));
  }
}
