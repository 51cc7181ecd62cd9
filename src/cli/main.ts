import { PolicyError } from '#policy/policy-error.ts';
import { effectsCommand } from './effects-command.ts';
import { checkUse, readFlags } from './flags.ts';
import { gradeCommand } from './grade-command.ts';
import { runCommand } from './run-command.ts';
import { strategiesCommand } from './strategies-command.ts';
import { tableCommand } from './table-command.ts';
import { UsageError } from './usage-error.ts';

const help = `Second Thought on the command line: the same core, models and strategies as the page.

  npm run cli -- run [LINK]            run an experiment; prints its traces, votes and answer
      --problem "24: 4 9 10 13"        or an arithmetic problem: --problem "47 × 6 + 38 × 4", or a puzzle: --problem "puzzle: v = 7. v?"
      --strategy self-consistency      or beam-search, tree-of-thoughts, mcts, budget-forcing ...
      --set samples=32 --set effort=high   a setting of the strategy, as in the page; again for more
      --set 'verifier={"kind":"process","model":"arithmetic"}'   another model judges
      --set discriminator=arithmetic-r1   in rStar, another model writes the second samplings
      --temperature 0.7  --seed 1  --tokens 2000 (budget)  --model countdown
      --json FILE                      also write the run as the page exports it
  npm run cli -- table MODEL           accuracy on the held-out problems, as in the model card
      --problems 300                   how many of them
      --write                          put the table into public/models/MODEL/README.md
  npm run cli -- strategies MODEL      every strategy on held-out problems: accuracy, tokens, forwards, seconds
      --problems 100                   how many of them
      --strategy "best of"             only those whose name has it
  npm run cli -- effects [WORD]        the literature's claims put to the test; only those with this word in them
      --problems 300                   held-out problems for each
      --write                          keep the outcomes in docs/effects.json; the table into docs/effects.md
  npm run cli -- grade FILE.jsonl      grades replies: lines of JSON with "response", "reference" and perhaps "question"
      --summary                        only how many are right, wrong and without an answer
`;

// Whoever reads has seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  const { values: flags, positionals } = readFlags(process.argv.slice(2));
  const [command, ...args] = positionals;
  if (flags.help || !command) console.log(help);
  else {
    checkUse(command, args, flags);
    if (command === 'run') process.exitCode = await runCommand(args[0], flags);
    else if (command === 'table') await tableCommand(args[0], flags);
    else if (command === 'effects') await effectsCommand(args[0], flags);
    else if (command === 'grade') process.exitCode = await gradeCommand(args[0], flags);
    else await strategiesCommand(args[0], flags);
  }
} catch (error) {
  const told = inWords(error);
  if (!told) throw error; // a mistake of ours
  console.error(told.words);
  process.exitCode = told.code;
}

/** What a person can set right, and the exit code: 2 for what was typed, 1 for what failed; null for anything else. */
function inWords(error: unknown): { readonly words: string; readonly code: 1 | 2 } | null {
  if (error instanceof PolicyError) return { words: `${error.message} ${error.advice}`, code: 1 };
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS_'))
    return { words: `${error.message}\n\nnpm run cli -- --help says what can be asked.`, code: 2 };
  // Of the file system: EACCES, ENOENT, ENOSPC.
  return 'syscall' in error
    ? { words: `A file could not be read or written: ${error.message}.`, code: 1 }
    : null;
}
