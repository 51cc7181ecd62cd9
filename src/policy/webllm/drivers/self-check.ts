import { itemAt } from '#experiment/surely.ts';
import type { Slot, StepEngine } from '#policy/runtime/step-engine.ts';

/** Which numbers a model computes with. */
export type Precision = 'f16' | 'f32';

/**
 * The largest difference let through, as a share of a row's spread (largest logit less smallest).
 *
 * The two ways to run a model add up the same numbers in another order and in kernels of other shapes. In 32 bits that has
 * been seen to change logits by 1e-6 to 1e-5 of the spread; a tenth of a per cent leaves room for deeper models. In 16
 * bits a number has three decimal digits, errors add up over the layers, and half a per cent is usual; two per cent
 * leaves room. What the check is for is larger: wrong pages, wrong positions or a race change logits by about the spread.
 */
export const tolerances: Record<Precision, number> = { f16: 2e-2, f32: 1e-3 };

export interface CheckResult {
  readonly passed: boolean;
  /** Largest difference found, as a share of its row's spread. */
  readonly difference: number;
}

/** Longer than a page of a cache (16), and not a whole number of them. */
const promptLength = 19;
/** Room that the check takes: sequences, and tokens in whole pages with some to spare. */
export const checkNeeds = { sequences: 4, tokens: 256 } as const;

/**
 * Does `tested`, with sequences forked and batched as a run does it, give the logits that `reference` gives for each
 * sequence on its own? Looks at prefill, prefill onto a cache that is not empty, decoding and scoring.
 *
 * Needs `checkNeeds` of `tested` and one slot of `reference`, and leaves all of them free.
 */
export async function selfCheck(
  tested: StepEngine,
  reference: StepEngine,
  precision: Precision,
): Promise<CheckResult> {
  const token = (at: number) => (1 + 7919 * (at + 1)) % tested.vocabulary;
  const prompt = Array.from({ length: promptLength }, (_, at) => token(at));
  const own = (sequence: number, at: number) => token(1000 * sequence + at);

  const slots: Slot[] = [];
  const open = (slot: Slot): Slot => {
    slots.push(slot);
    return slot;
  };
  /** What `tested` put out after these tokens. */
  const rows: { readonly tokens: readonly number[]; readonly logits: Float32Array }[] = [];
  const { vocabulary } = tested;
  const step = async (batch: readonly Step[]) => {
    const { logits } = await tested.forward(
      batch.map(({ slot, tokens, outputs = 1 }) => ({ slot, tokens, outputs })),
    );
    let row = 0;
    for (const { before, tokens, outputs = 1 } of batch) {
      for (let at = tokens.length - outputs; at < tokens.length; at++, row++) {
        rows.push({
          tokens: [...before, ...tokens.slice(0, at + 1)],
          logits: logits.slice(row * vocabulary, (row + 1) * vocabulary),
        });
      }
    }
  };

  try {
    const trunk = open(tested.create());
    await tested.forward([{ slot: trunk, tokens: prompt, outputs: 1 }]);
    const fork = (length: number): Fork => ({
      slot: open(tested.fork(trunk, length)),
      before: prompt.slice(0, length),
    });
    const [end, within, atPage] = [fork(promptLength), fork(17), fork(16)];
    // Forked at the end of the sequence, within a page, and at a page's end. Prefill onto caches that are not empty, ragged; of one, every output.
    await step([
      { ...end, tokens: [own(1, 0), own(1, 1)] },
      { ...within, tokens: [own(2, 0), own(2, 1), own(2, 2)] },
      { ...atPage, tokens: [own(3, 0), own(3, 1), own(3, 2)], outputs: 3 },
    ]);
    // Decoding together, the sequence forked from among them.
    await step([
      { slot: trunk, before: prompt, tokens: [own(4, 0)] },
      { slot: end.slot, before: [...end.before, own(1, 0), own(1, 1)], tokens: [own(1, 2)] },
      { slot: within.slot, before: [...within.before, own(2, 0), own(2, 1), own(2, 2)], tokens: [own(2, 3)] },
    ]);
  } finally {
    for (const slot of slots) tested.drop(slot);
  }

  // Rows of one sequence one after another, so that the reference goes on where it can.
  rows.sort((a, b) => compare(a.tokens, b.tokens));
  let difference = 0;
  let slot = reference.create();
  let fed: readonly number[] = [];
  try {
    for (const { tokens, logits } of rows) {
      if (!startsWith(tokens, fed)) {
        reference.drop(slot);
        slot = reference.create();
        fed = [];
      }
      const { logits: expected } = await reference.forward([
        { slot, tokens: tokens.slice(fed.length), outputs: 1 },
      ]);
      fed = tokens;
      difference = Math.max(difference, differenceOf(logits, expected));
    }
  } finally {
    reference.drop(slot);
  }
  return { passed: difference <= tolerances[precision], difference };
}

/** A slot, and the tokens it began with. */
interface Fork {
  readonly slot: Slot;
  readonly before: readonly number[];
}

interface Step extends Fork {
  readonly tokens: readonly number[];
  readonly outputs?: number;
}

/** Largest difference as a share of the spread; infinite where a number is none. */
export function differenceOf(found: Float32Array, expected: Float32Array): number {
  let [least, most, worst] = [Infinity, -Infinity, 0];
  for (let at = 0; at < expected.length; at++) {
    const value = itemAt(expected, at);
    least = Math.min(least, value);
    most = Math.max(most, value);
    worst = Math.max(worst, Math.abs(itemAt(found, at) - value));
  }
  const share = worst / (most - least);
  return Number.isFinite(share) ? share : Infinity;
}

function startsWith(tokens: readonly number[], start: readonly number[]): boolean {
  return start.length < tokens.length && start.every((token, at) => token === tokens[at]);
}

/** By tokens, the shorter first where one begins with the other. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++)
    if (a[at] !== b[at]) return itemAt(a, at) - itemAt(b, at);
  return a.length - b.length;
}
