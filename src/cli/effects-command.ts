import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { heldOutProblems } from '#experiment/held-out.ts';
import { effects as claims, type EffectKey } from '#lab/effects/effects.ts';
import { measureEffect } from '#lab/effects/measure.ts';
import { embeddedModel } from '#policy/models.ts';
import { effects } from '#words/en/effects.ts';
import type { MeasuredEffect } from '#lab/effects/measured.ts';
import { merged, readMeasured, writeMeasured } from './effects-store.ts';
import { effectTable } from './effects-table.ts';
import { type Flags, problemCount } from './flags.ts';
import { interrupted } from './open.ts';
import { openCores } from './sweep-cores.ts';
import { UsageError } from './usage-error.ts';
import { writeBetween } from './write-between.ts';

const root = new URL('../..', import.meta.url);
const store = new URL('../../docs/effects.json', import.meta.url);
const page = new URL('../../docs/effects.md', import.meta.url);

/**
 * Puts the literature's claims to the test on the models that ship and prints a table. With `--write` every problem's outcome
 * goes into docs/effects.json, where those of other claims stay as they were, and the table of all of them into docs/effects.md:
 * a verdict is corrected for all claims, so it may change with another claim's row. Each row says when it was measured. Throws UsageError.
 *
 * @param only measures the claims that have this word in them.
 */
export async function effectsCommand(only: string | undefined, flags: Flags): Promise<void> {
  const asked = claims.filter(({ claim }) =>
    effects.claims[claim].toLowerCase().includes((only ?? '').toLowerCase()),
  );
  if (asked.length === 0) throw new UsageError(effects.noClaim({ word: only ?? '', claims: lines(claims) }));
  const count = problemCount(flags, 300);
  const [date, measuredAt] = [today(), commit()];
  let kept = await readMeasured(store);
  // Last: cores that are open keep the command from ending.
  const signal = interrupted();
  const cores = openCores(availableParallelism(), signal);
  try {
    for (const [done, effect] of asked.entries()) {
      console.error(
        effects.progress({ at: done + 1, of: asked.length, claim: effects.claims[effect.claim] }),
      );
      const problems = await heldOutProblems(effect.family, effect.set);
      const arms = await measureEffect(effect, problems.slice(0, count), cores.lanes, parametersOf);
      kept = merged(claims, kept, { claim: effect.claim, date, commit: measuredAt, arms });
      // After each claim, so that a command that is stopped has not measured in vain.
      if (flags.write) await write(kept);
    }
  } catch (error) {
    if (signal.aborted && flags.write) console.error(effects.keptSoFar);
    throw error;
  } finally {
    await cores.close();
  }
  console.log(effectTable(claims, kept, (claim) => asked.some((effect) => effect.claim === claim)));
  if (!flags.write) return;
  console.log(effects.written);
  const missing = claims.filter(({ claim }) => !kept.some((one) => one.claim === claim));
  if (missing.length > 0) console.log(effects.notKept(lines(missing)));
}

const parametersOf = (id: string): number => embeddedModel(id)?.parameters ?? 0;

const lines = (some: readonly { readonly claim: EffectKey }[]): string =>
  some.map(({ claim }) => effects.claims[claim]).join('\n');

async function write(measured: readonly MeasuredEffect[]): Promise<void> {
  await writeMeasured(store, measured);
  await writeBetween(page, 'effects', effectTable(claims, measured));
}

const today = (): string => new Date().toISOString().slice(0, 10);
/** `-dirty` where it is not what was measured. Throws UsageError outside a git checkout: a row says what it was measured at. */
function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--exclude=*', '--dirty'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    throw new UsageError(effects.noCommit);
  }
}
