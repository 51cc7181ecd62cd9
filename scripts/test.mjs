// `npm test`: everything that must hold, in the order in which it is quickest to fail. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensurePackages } from './install.mjs';

ensurePackages();
await import('../src/policy/embedded/kernel/build.mjs'); // builds as it loads
const { ensureChromium } = await import('./chromium.mjs');

const reports = 'test-results/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** What each part counted. A part that died before it could count is one failure. */
const parts = [];

function run(command, args, env = {}) {
  return (
    spawnSync(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    }).status === 0
  );
}

/** @param count reads how many passed and failed, where the tool reports it. */
function part(name, ok, count) {
  let counted = { passed: 0, failed: 0 };
  try {
    counted = count ? count() : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  } catch (error) {
    console.error(`${name}: no report (${error.message})`);
  }
  if (!ok && counted.failed === 0) counted = { ...counted, failed: 1 };
  parts.push({ name, ...counted });
}

const report = (file) => JSON.parse(readFileSync(`${reports}/${file}`, 'utf8'));

console.log('\n— types');
part('types', run('npx', ['tsc', '--noEmit']));
console.log('\n— format');
part('format', run('npx', ['oxfmt', '--check', '.']));
console.log('\n— lint');
part('lint', run('npx', ['oxlint', '--type-aware', '--deny-warnings']));
console.log('\n— unit and property tests');
part(
  'unit',
  run('npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports}/unit.json`,
  ]),
  () => {
    const { numPassedTests, numFailedTests } = report('unit.json');
    return { passed: numPassedTests, failed: numFailedTests };
  },
);
console.log('\n— training code');
trainingTests();
console.log('\n— production build and size budget');
const built = run('npx', ['vite', 'build', '--logLevel', 'warn']) && run('node', ['scripts/size-budget.mjs']);
part('build and size budget', built);
if (built) {
  console.log('\n— browser tests');
  const chromium = await ensureChromium();
  part(
    'browser',
    run('npx', ['playwright', 'test'], {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/browser.json`,
    }),
    () => {
      const { expected, unexpected, flaky } = report('browser.json').stats;
      return { passed: expected, failed: unexpected + flaky };
    },
  );
}

console.log('');
for (const { name, passed, failed } of parts)
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed`);
const sum = (key) => parts.reduce((total, entry) => total + entry[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);

/** The teachers are plain Python; without Python they are left out, and that is said. */
function trainingTests() {
  const python = ['/usr/bin/python3', 'python3'].find(
    (path) => path !== '/usr/bin/python3' || existsSync(path),
  );
  const result = spawnSync(python, ['-m', 'unittest', 'discover', '-s', 'training/tests', '-t', '.'], {
    encoding: 'utf8',
  });
  if (result.error) {
    console.log('Left out: no python3 on this machine.');
    return;
  }
  process.stdout.write(result.stderr);
  const ran = Number(/Ran (\d+) test/.exec(result.stderr)?.[1] ?? 0);
  const failed = [...result.stderr.matchAll(/(?:failures|errors)=(\d+)/g)].reduce(
    (total, match) => total + Number(match[1]),
    0,
  );
  const skipped = Number(/skipped=(\d+)/.exec(result.stderr)?.[1] ?? 0);
  part('training', result.status === 0, () => ({ passed: ran - failed - skipped, failed }));
}
