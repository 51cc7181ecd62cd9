import { explainAll, learnFailures } from '#words/explain.ts';
import { failures } from '#words/en/failures.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { cli } from '#words/en/cli.ts';
import { exitCodes } from './exit-codes.ts';
import { checkUse, type CommandName, type Flags, readFlags } from './flags.ts';
import { speakAsked } from './language.ts';
import { UsageError } from './usage-error.ts';

/** What a command ends with where it ends well and has no more to say. */
const well = 0;

/**
 * Does what a person typed behind `second-thought`, and says on the console what came of it.
 *
 * @returns the exit code.
 */
export async function commandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  learnFailures(failures);
  try {
    await speakAsked(args, environment);
    const { values: flags, positionals } = readFlags(args);
    const [command, ...rest] = positionals;
    if (flags.help || !command) {
      console.log(cli.help);
      return well;
    }
    return (await obey(checkUse(command, rest, flags), rest, flags)) ?? well;
  } catch (error) {
    const trouble = inWords(error);
    if (!trouble) throw error; // a mistake of ours
    console.error(trouble.words);
    return trouble.code;
  }
}

/** Each command is loaded when it is asked for: to load all takes four times as long as to say what one does. */
async function obey(command: CommandName, args: readonly string[], flags: Flags): Promise<number | void> {
  const [name] = args;
  switch (command) {
    case 'run':
      return (await import('./run-command.ts')).runCommand(name, flags);
    case 'code':
      return (await import('./code-command.ts')).codeCommand(name, flags);
    case 'table':
      return (await import('./table-command.ts')).tableCommand(name, flags);
    case 'sweep':
      return (await import('./sweep-command.ts')).sweepCommand(flags);
    case 'train':
      return (await import('./train/train-command.ts')).trainCommand(name, flags);
    case 'merge':
      return (await import('./merge-command.ts')).mergeCommand(args);
    case 'effects':
      return (await import('./effects-command.ts')).effectsCommand(name, flags);
    case 'grade':
      return (await import('./grade-command.ts')).gradeCommand(name, flags);
    case 'serve':
      return (await import('./serve-command.ts')).serveCommand(flags);
    case 'strategies':
      return (await import('./strategies-command.ts')).strategiesCommand(name, flags);
  }
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
