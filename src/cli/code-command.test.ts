import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { strategyKinds } from '#experiment/strategies.ts';
import { anyExperiment } from '#experiment/testing/arbitrary.ts';
import { secondModel } from '#experiment/second-model.ts';
import { serverModelOf } from '#policy/remote/server-model.ts';
import { decodeExperiment, encodeExperiment } from '#experiment/url-codec.ts';
import { shellCommand } from '#lab/as-code/shell-command.ts';
import { readFlags } from './flags.ts';
import { readExperiment } from './read-experiment.ts';

/** What a shell makes of the commands, word by word. */
function asShellReads(commands: readonly string[]): readonly (readonly string[])[] {
  const script = commands
    .map((command) => `${command.replace(/^npm run cli -- run/, "printf '%s\\0'")}; printf '\\n\\0'`)
    .join('\n');
  const said = execFileSync('sh', ['-c', script], { maxBuffer: 1e8 }).toString();
  return said
    .split('\n\0')
    .slice(0, -1)
    .map((words) => words.split('\0').slice(0, -1));
}

async function read(words: readonly string[]): Promise<Experiment> {
  const { values, positionals } = readFlags(words);
  return readExperiment(positionals[0], values);
}

test('the command of any experiment runs that experiment', async () => {
  const some = [
    ...strategyKinds.map((kind) => defaultExperiment('countdown', kind)),
    defaultExperiment('arithmetic'),
    defaultExperiment('puzzle', 'mcts'),
    {
      ...defaultExperiment('question'),
      problem: { family: 'question', text: 'It’s $HOME, or `id`?' },
    } as const,
    ...fc
      .sample(anyExperiment, { numRuns: 150 })
      .map((one) => ({ ...one, start: undefined, pruned: undefined })),
    ...fc.sample(anyExperiment, { numRuns: 50 }),
  ]
    .map((one): Experiment => JSON.parse(JSON.stringify(one)) as Experiment)
    // Reading one that names a server's model asks that server.
    .filter(({ model, strategy }) => ![model, secondModel(strategy) ?? ''].some(serverModelOf));
  const fragments = await Promise.all(some.map((one) => encodeExperiment(one)));
  const commands = some.map((one, at) => shellCommand(one, fragments[at]!));
  for (const [at, words] of asShellReads(commands).entries()) {
    const linked = await decodeExperiment(fragments[at]!);
    expect(await read(words), commands[at]).toEqual(linked.ok && linked.experiment);
  }
  expect(commands.filter((command) => command.includes('--problem')).length).toBeGreaterThanOrEqual(17);
});

test('a server is named, so that it is asked with the consent of who runs the command', () => {
  const experiment = { ...defaultExperiment('countdown'), model: 'http://localhost:8000/v1#Qwen/Qwen3-8B' };
  expect(shellCommand(experiment, '#')).toContain(
    "--model 'http://localhost:8000/v1#Qwen/Qwen3-8B' --seed 1 --server http://localhost:8000/v1",
  );
});

test('flags say what differs from the usual', () => {
  const base = defaultExperiment('countdown', 'best-of-n');
  const experiment: Experiment = {
    ...base,
    strategy: { ...base.strategy, samples: 16, verifier: { kind: 'rule' } } as never,
  };
  expect(shellCommand(experiment, '#')).toBe(
    `npm run cli -- run --problem 'Make 24 from 4, 9, 10, 13' --strategy best-of-n --set samples=16 --set 'verifier={"kind":"rule"}' --model countdown --seed 1`,
  );
});
