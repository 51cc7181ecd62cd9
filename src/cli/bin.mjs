#!/usr/bin/env node
// The command from anywhere, of a checkout whose packages are installed: `npm link` once, then `second-thought`; or `npx .`
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// Does nothing where the kernel is built. What it says of that is not what the command prints.
const kernel = fileURLToPath(new URL('../policy/embedded/kernel/build.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [kernel], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.exit(status ?? 1);
register();
await import('./main.ts');
