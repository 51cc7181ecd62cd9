// `npm run states`, or some of them by name: `npm run states -- -g "tree|compare"`.
import { spawnSync } from 'node:child_process';
import { ensureChromium } from '../chromium.mjs';

const CHROMIUM_PATH = await ensureChromium();
const { status } = spawnSync(
  'npx',
  ['playwright', 'test', '-c', 'scripts/states/playwright.config.ts', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH } },
);
if (status === 0) console.log('Pictures of every state are in test-results/states.');
process.exit(status ?? 1);
