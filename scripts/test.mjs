// `npm test`: everything that must hold. What needs no browser runs in two lanes beside each other; browser tests wait at times, and
// what they leave of the machine goes to what is slow. Each part tells what it has to say once it is through. Ends with
// "N passed, N failed".
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { ensurePackages } from './install.mjs';

ensurePackages();
await import('../src/policy/embedded/kernel/build.mjs'); // builds as it loads
const { ensureChromium } = await import('./chromium.mjs');

const reports = 'test-results/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const report = (file) => JSON.parse(readFileSync(`${reports}/${file}`, 'utf8'));

/**
 * Runs a command to its end. What it says comes with its end, so that two at once do not talk into each other, or as it is said.
 * @param aside whether it gives way to others.
 */
function run(command, args, { live = false, aside = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    if (aside && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', () => resolve({ ok: false, started: false, said }));
    child.on('close', (code) => resolve({ ok: code === 0, started: true, said }));
  });
}

/** The lines of an output that say what failed, so that the end of a long one has the reasons too. */
function faultsIn(said) {
  const lines = stripVTControlCharacters(said).split('\n');
  const faults = lines.filter((line) => /^\s*(FAIL|ERROR|\w*Error)\b|error/.test(line));
  return (faults.length > 0 ? faults : lines.filter((line) => line.trim())).slice(0, 8);
}

/** What each part counted. A part that died before it could count is one failure. */
const parts = [];

/**
 * @param count reads how many passed and failed, where the tool reports it; null where the part was left out.
 * @returns whether all of it passed.
 */
async function part(name, runs, count = ({ ok }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })) {
  const begun = performance.now();
  const result = await runs();
  if (result.said) console.log(`\n— ${name}\n${result.said}`);
  let counted = { passed: 0, failed: 0 };
  try {
    counted = count(result);
  } catch (error) {
    console.error(`${name}: no report (${error.message})`);
  }
  if (counted === null) return true;
  if (!result.ok && counted.failed === 0) counted = { ...counted, failed: 1 };
  const why = counted.failed > 0 && result.said ? faultsIn(result.said) : [];
  parts.push({ why, name, ...counted, seconds: Math.round((performance.now() - begun) / 1000) });
  return counted.failed === 0;
}

/**
 * Rooms whose tests leave nothing behind. Their test files share loaded modules: loading them anew for each file takes longer than the
 * tests. Pure ones first, as they are most.
 */
const core = [
  'answers',
  'experiment',
  'lab',
  'policy',
  'run',
  'strategies',
  'train',
  'verifiers',
  'views',
  'words',
];
const page = ['app', 'cli', 'learn', 'worker'];
const rooms = (names) => names.map((room) => `src/${room}/`);

/** @param name of the report. */
const unitTests =
  (name, args, { aside = false } = {}) =>
  () =>
    run(
      'npx',
      [
        'vitest',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reports}/${name}.json`,
        ...args,
      ],
      { aside },
    );
const unitCount = (name) => () => {
  const { numPassedTests, numFailedTests } = report(`${name}.json`);
  return { passed: numPassedTests, failed: numFailedTests };
};

/** The teachers are plain Python; without Python they are left out, and that is said. */
async function trainingTests() {
  const args = ['-m', 'unittest', 'discover', '-s', 'training/tests', '-t', '.'];
  for (const python of ['/usr/bin/python3', 'python3']) {
    const result = await run(python, args, { aside: true });
    if (result.started) return result;
  }
  return { ok: true, started: false, said: 'Left out: no python3 on this machine.' };
}

function trainingCount({ started, said }) {
  if (!started) return null;
  const ran = Number(/Ran (\d+) test/.exec(said)?.[1] ?? 0);
  const failed = [...said.matchAll(/(?:failures|errors)=(\d+)/g)].reduce(
    (total, match) => total + Number(match[1]),
    0,
  );
  const skipped = Number(/skipped=(\d+)/.exec(said)?.[1] ?? 0);
  return { passed: ran - failed - skipped, failed };
}

async function build() {
  const built = await run('npx', ['vite', 'build', '--logLevel', 'warn']);
  if (!built.ok) return built;
  const sized = await run('node', ['scripts/size-budget.mjs']);
  return { ...sized, said: built.said + sized.said };
}

let built = false;
async function allButTests() {
  await part('types', () => run('npx', ['tsc', '--noEmit', '--singleThreaded']));
  await part('format', () => run('npx', ['oxfmt', '--check', '.']));
  await part('lint', () => run('npx', ['oxlint', '--type-aware', '--deny-warnings']));
  built = await part('build and size budget', build);
}

/** What would have kept one core busy for long while the other stood still. */
const slow = ['scripts/seams/'];

async function allUnitTests() {
  await part('unit, core', unitTests('core', ['--isolate=false', ...rooms(core)]), unitCount('core'));
  await part('unit, page', unitTests('page', ['--isolate=false', ...rooms(page)]), unitCount('page'));
  const rest = [...rooms([...core, ...page]), ...slow].map((room) => `--exclude=${room}**`);
  await part('unit, tools', unitTests('rest', rest), unitCount('rest'));
}

/** Each test that failed, if only at first: where it stands, at which of its lines, and what was waited for in vain. */
const failedSpecs = ({ specs = [], suites = [] }) => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
    .flatMap(({ file, line, title, ok, tests }) => [
      `${file}:${line} ${title}${ok ? ' (passed when tried again)' : ''}`,
      ...tests.flatMap(faultsOf),
    ]),
  ...suites.flatMap(failedSpecs),
];
const faultsOf = ({ results }) =>
  results
    .flatMap(({ errors }) => errors)
    .flatMap(({ message = '', location }) => [
      ...(location ? [`at line ${location.line}`] : []),
      ...stripVTControlCharacters(message)
        .split('\n')
        .filter((text) => text.trim())
        .slice(0, 5),
    ]);

async function browserTests() {
  if (!built) return;
  const env = {
    CHROMIUM_PATH: await ensureChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/browser.json`,
  };
  await part(
    'browser',
    // A test that fails on a busy machine is tried once more. That is said, so that somebody looks into it.
    async () => ({
      ...(await run('npx', ['playwright', 'test', '--retries=1'], { live: true, env })),
      said: '',
    }),
    () => {
      const { stats, suites, errors } = report('browser.json');
      const why = [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => message)];
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected, why };
    },
  );
}

async function slowTests() {
  await part('training', trainingTests, trainingCount);
  await part('seams', unitTests('seams', slow, { aside: true }), unitCount('seams'));
}

console.log('\n— types, format, lint and build, beside unit and property tests');
await Promise.all([allButTests(), allUnitTests()]);
console.log('\n— browser tests, beside training code and seams');
await Promise.all([browserTests(), slowTests()]);

const shown = new Intl.NumberFormat('en');
console.log('');
for (const { name, passed, failed, why, seconds } of parts) {
  console.log(
    `${failed ? 'FAILED' : 'ok    '} ${name}: ${shown.format(passed)} passed, ${shown.format(failed)} failed (${seconds} s)`,
  );
  for (const line of why) console.log(`         ${line.trim().slice(0, 200)}`);
}
const sum = (key) => parts.reduce((total, entry) => total + entry[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
