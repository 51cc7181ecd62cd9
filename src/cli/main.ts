import { parseArgs } from 'node:util';
import { runCommand } from './run-command.ts';
import { tableCommand } from './table-command.ts';

const help = `Second Thought on the command line: the same core, models and strategies as the page.

  npm run cli -- run [LINK]            run an experiment and print its traces, votes and answer
      --problem "24: 4 9 10 13"        or an arithmetic problem: --problem "47*6+38*4"
      --strategy self-consistency      direct, chain-of-thought, few-shot or self-consistency
      --effort low|high  --samples 8  --temperature 0.7  --seed 1  --model countdown
      --json FILE                      also write the run as the page exports it
  npm run cli -- table MODEL           accuracy on the held-out problems, as in the model card
      --problems 300                   how many of them
      --write                          put the table into public/models/MODEL/README.md
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    problem: { type: 'string' },
    strategy: { type: 'string' },
    effort: { type: 'string' },
    samples: { type: 'string' },
    temperature: { type: 'string' },
    seed: { type: 'string' },
    model: { type: 'string' },
    json: { type: 'string' },
    problems: { type: 'string' },
    write: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

export type Flags = typeof values;

const [command, argument] = positionals;
if (values.help || !command) {
  console.log(help);
} else if (command === 'run') {
  process.exitCode = await runCommand(argument, values);
} else if (command === 'table') {
  process.exitCode = await tableCommand(argument, values);
} else {
  console.error(`There is no command "${command}".\n\n${help}`);
  process.exitCode = 2;
}
