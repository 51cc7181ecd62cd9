import { encodeExperiment } from '#experiment/url-codec.ts';
import { codeForms, pythonProgram } from '#lab/as-code/python/program.ts';
import { shellCommand } from '#lab/as-code/shell-command.ts';
import { embeddedModel } from '#policy/models.ts';
import { codeHead } from '#words/code-head.ts';
import { cli } from '#words/en/cli.ts';
import type { Flags } from './flags.ts';
import { readExperiment } from './read-experiment.ts';
import { UsageError } from './usage-error.ts';

/** Prints an experiment as code: a Python program, or the command that runs it here. Rejects with UsageError. */
export async function codeCommand(link: string | undefined, flags: Flags): Promise<void> {
  if (flags.shell && (flags.python || flags['in-words'])) throw new UsageError(cli.flags.oneForm);
  const experiment = await readExperiment(link, flags);
  if (flags.shell) {
    console.log(shellCommand(experiment, await encodeExperiment(experiment)));
    return;
  }
  const [first = 'instructions'] = codeForms(experiment, embeddedModel(experiment.model) !== undefined);
  const form = flags['in-words'] ? 'instructions' : first;
  process.stdout.write(pythonProgram(experiment, form, codeHead(experiment.strategy, form)).code);
}
