import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One file that is touched: made anew, copied from another, or something put in at its top or after an anchor that stands in it. */
export type Edit =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly copyOf: string }
  | { readonly file: string; readonly top: string }
  | { readonly file: string; readonly after: string; readonly insert: string };

/** What the type checker knows of the copy: of the one that is whole, and of the one at hand. */
const [known, knownNow] = ['whole.tsbuildinfo', 'now.tsbuildinfo'];

const near = (file: string) => [
  '--incremental',
  '--assumeChangesOnlyAffectDirectDependencies',
  '--tsBuildInfoFile',
  file,
];

/** A copy of the project in which something can be added. Packages and weights are shared. */
export class Copy {
  readonly #root = mkdtempSync(join(tmpdir(), 'seams-'));
  /** What each file that was ever touched was before; null where there was none. */
  readonly #before = new Map<string, string | null>();

  constructor() {
    const isWeights = (path: string) => path.endsWith('weights.bin');
    // What drives a browser stands on the browser tests, which are not here.
    const isLeftOut = (path: string) => isWeights(path) || path === 'scripts/states';
    for (const part of [
      'src',
      'scripts',
      'public',
      'docs/effects.json',
      'package.json',
      'tsconfig.json',
      'vite.config.ts',
    ])
      cpSync(part, join(this.#root, part), { recursive: true, filter: (path) => !isLeftOut(path) });
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.#root, 'node_modules'));
    for (const path of readdirSync('public', { recursive: true, encoding: 'utf8' }).filter(isWeights))
      symlinkSync(join(process.cwd(), 'public', path), join(this.#root, 'public', path));
  }

  /** Makes the copy the project with these edits and no others. */
  hold(edits: readonly Edit[]): void {
    for (const [file, text] of this.#before) {
      const path = join(this.#root, file);
      if (text !== null) writeFileSync(path, text);
      else {
        rmSync(path, { force: true });
        if (existsSync(dirname(path)) && readdirSync(dirname(path)).length === 0) rmdirSync(dirname(path));
      }
    }
    for (const edit of edits) {
      const path = join(this.#root, edit.file);
      const old = existsSync(path) ? readFileSync(path, 'utf8') : null;
      if (!this.#before.has(edit.file)) this.#before.set(edit.file, old);
      mkdirSync(dirname(path), { recursive: true });
      if ('copyOf' in edit) cpSync(edit.copyOf, path);
      else writeFileSync(path, changed(old ?? '', edit));
    }
  }

  /** What the type checker has to say of the copy; empty where it is content. */
  typeErrors(): string {
    return this.#check([]);
  }

  /** As `typeErrors`, and `nearTypeErrors` goes on from here. */
  firstTypeErrors(): string {
    return this.#check(near(known));
  }

  /**
   * What the type checker has to say of the files that differ from those of `firstTypeErrors` and of those that import them:
   * a part of what there is to say, in a fraction of the time.
   */
  nearTypeErrors(): string {
    cpSync(join(this.#root, known), join(this.#root, knownNow));
    return this.#check(near(knownNow));
  }

  /** What the tests of some files have to say; empty where they pass. */
  failures(tests: readonly string[]): string {
    const { status, stdout, stderr } = this.#run('vitest', ['run', '--isolate=false', ...tests]);
    return status === 0 ? '' : stdout + stderr;
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, maxRetries: 5 });
  }

  /** With one thread, as all of them take half as much again of the machine, and hardly less time. */
  #check(args: readonly string[]): string {
    const { status, stdout } = this.#run('tsc', ['--noEmit', '--singleThreaded', ...args]);
    return status === 0 ? '' : stdout;
  }

  #run(tool: string, args: readonly string[]) {
    return spawnSync(process.execPath, [`node_modules/.bin/${tool}`, ...args], {
      cwd: this.#root,
      encoding: 'utf8',
    });
  }
}

function changed(text: string, edit: Exclude<Edit, { copyOf: string }>): string {
  if ('text' in edit) return edit.text;
  if ('top' in edit) return edit.top + text;
  const { file, after, insert } = edit;
  const [before, ...rest] = text.split(after);
  if (before === undefined || rest.length !== 1) throw new Error(`${file} has not exactly one ${after}`);
  return `${before}${after}${insert}${rest[0]}`;
}
