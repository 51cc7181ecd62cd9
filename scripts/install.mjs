import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

/**
 * Installs the packages of the lockfile when they are missing or older than it. Uses nothing but Node itself, so that
 * it runs in a fresh clone.
 */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Second Thought needs Node 20.19 or later; this is ${process.version}. See https://nodejs.org.`,
    );
    process.exit(1);
  }
  const stamp = 'node_modules/.package-lock.json';
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  if (existsSync(stamp) && sameVersions(stamp)) return;
  console.log('Installing packages (npm install, versions from the lockfile) …');
  // Not `npm ci`: it refuses a lockfile that lacks optional binaries of platforms other than the one it was written on.
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** A checkout touches the lockfile without changing it; then what is installed is still right. */
function sameVersions(stamp) {
  const installed = JSON.parse(readFileSync(stamp, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}
