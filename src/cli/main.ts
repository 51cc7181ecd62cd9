import { explainAll, learnFailures } from '#words/explain.ts';
import { failures } from '#words/en/failures.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { cli } from '#words/en/cli.ts';
import { codeCommand } from './code-command.ts';
import { effectsCommand } from './effects-command.ts';
import { exitCodes } from './exit-codes.ts';
import { checkUse, readFlags } from './flags.ts';
import { gradeCommand } from './grade-command.ts';
import { speakAsked } from './language.ts';
import { mergeCommand } from './merge-command.ts';
import { runCommand } from './run-command.ts';
import { serveCommand } from './serve-command.ts';
import { strategiesCommand } from './strategies-command.ts';
import { sweepCommand } from './sweep-command.ts';
import { tableCommand } from './table-command.ts';
import { trainCommand } from './train/train-command.ts';
import { UsageError } from './usage-error.ts';

// Whoever reads has seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

learnFailures(failures);

try {
  await speakAsked(process.argv.slice(2), process.env);
  const { values: flags, positionals } = readFlags(process.argv.slice(2));
  const [command, ...args] = positionals;
  if (flags.help || !command) console.log(cli.help);
  else {
    checkUse(command, args, flags);
    if (command === 'run') process.exitCode = await runCommand(args[0], flags);
    else if (command === 'code') await codeCommand(args[0], flags);
    else if (command === 'table') await tableCommand(args[0], flags);
    else if (command === 'sweep') process.exitCode = await sweepCommand(flags);
    else if (command === 'train') process.exitCode = await trainCommand(args[0], flags);
    else if (command === 'merge') process.exitCode = await mergeCommand(args);
    else if (command === 'effects') await effectsCommand(args[0], flags);
    else if (command === 'grade') process.exitCode = await gradeCommand(args[0], flags);
    else if (command === 'serve') await serveCommand(flags);
    else await strategiesCommand(args[0], flags);
  }
} catch (error) {
  const trouble = inWords(error);
  if (!trouble) throw error; // a mistake of ours
  console.error(trouble.words);
  process.exitCode = trouble.code;
}

/** What a person can set right or did, and the exit code; null for anything else. */
function inWords(error: unknown): { readonly words: string; readonly code: number } | null {
  if (error instanceof PolicyError) return { words: explainAll(error.failure), code: exitCodes.failed };
  if (!(error instanceof Error)) return null;
  // Of Ctrl+C alone: nothing else aborts what a command does.
  if (error.name === 'AbortError') return { words: cli.stopped, code: exitCodes.stopped };
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS_'))
    return { words: cli.seeHelp(error.message), code: exitCodes.usage };
  // Of the file system: EACCES, ENOENT, ENOSPC.
  return 'syscall' in error ? { words: cli.fileTrouble(error.message), code: exitCodes.failed } : null;
}
