// `npm run fuzz -- --minutes 2 --seed 7`: the tests of scripts/fuzz/, each as long as its share of the time. Prints the seed, with which
// the same cases come again; what fails prints its own path to the case beside it.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '2' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('Usage: npm run fuzz -- [--minutes 2] [--seed 7]: minutes above 0, and a whole number.');
  process.exit(2);
}
const folder = 'scripts/fuzz';
const tests = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .reduce((sum, name) => sum + readFileSync(`${folder}/${name}`, 'utf8').split('\n    fuzz(').length - 1, 0);
const seconds = (minutes * 60) / tests;
console.log(`Seed ${seed}: ${tests} properties, ${seconds.toFixed(1)} seconds each.`);
const args = [
  'vitest',
  'run',
  folder,
  '--maxWorkers=1',
  `--testTimeout=${Math.ceil(seconds * 1000) + 600_000}`,
  '--disable-console-intercept',
];
const { status } = spawnSync('npx', args, {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: String(seconds), FUZZ_SEED: String(seed) },
  shell: process.platform === 'win32',
});
console.log(`Seed ${seed}.`);
process.exit(status ?? 1);
