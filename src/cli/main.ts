import { effectsCommand } from './effects-command.ts';
import { readFlags } from './flags.ts';
import { gradeCommand } from './grade-command.ts';
import { UsageError } from './read-experiment.ts';
import { runCommand } from './run-command.ts';
import { strategiesCommand } from './strategies-command.ts';
import { tableCommand } from './table-command.ts';

const help = `Second Thought on the command line: the same core, models and strategies as the page.

  npm run cli -- run [LINK]            run an experiment; prints its traces, votes and answer
      --problem "24: 4 9 10 13"        or an arithmetic problem: --problem "47*6+38*4", or a puzzle: --problem "puzzle: v = 7. v?"
      --strategy self-consistency      or beam-search, tree-of-thoughts, mcts, budget-forcing ...
      --set samples=32 --set effort=high   a setting of the strategy, as in the page; again for more
      --set 'verifier={"kind":"process","model":"arithmetic"}'   another model judges
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
      --write                          put what was measured into docs/effects.md and README.md; other rows stay
  npm run cli -- grade FILE.jsonl      grades replies: lines of JSON with "response", "reference" and perhaps "question"
      --summary                        only how many are right, wrong and without an answer
`;

try {
  const { values: flags, positionals } = readFlags();
  const [command, argument] = positionals;
  if (flags.help || !command) console.log(help);
  else if (command === 'run') process.exitCode = await runCommand(argument, flags);
  else if (command === 'table') await tableCommand(argument, flags);
  else if (command === 'effects') await effectsCommand(argument, flags);
  else if (command === 'grade') process.exitCode = await gradeCommand(argument, flags);
  else if (command === 'strategies') await strategiesCommand(argument, flags);
  else throw new UsageError(`There is no command "${command}".`);
} catch (error) {
  if (!(error instanceof UsageError || (error instanceof TypeError && 'code' in error))) throw error;
  console.error(`${error.message}\n\n${help}`);
  process.exitCode = 2;
}
