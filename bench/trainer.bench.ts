/**
 * Forward and backward of the embedded trainer against PyTorch on the same models and tokens, one thread each, side by side:
 * `npm run bench:trainer`. Needs Python with PyTorch for the comparison.
 *
 * Times are the processor's, not the clock's, and the quickest round of each: other work on the machine only ever slows one down.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { trainInNode } from '#policy/embedded/trainer/node.ts';

const models = process.argv[2]?.split(',') ?? ['arithmetic-base', 'arithmetic-small-rl'];
const python = process.env.SECOND_THOUGHT_PYTHON ?? '/usr/bin/python3';
const rounds = 20;
const sequences = 20;
const length = 48;
const start = 12;

console.log(
  `${sequences} sequences of ${length} tokens, ${start} of them prompt; quickest of ${rounds} rounds.`,
);
console.log('model                 forward  both, tokens/s  optimiser, ms  PyTorch, tokens/s (ratio)');
for (const id of models) {
  const trainer = await trainInNode(id, { rows: sequences * length });
  const batch = Array.from({ length: sequences }, (_, sequence) => ({
    tokens: Array.from({ length }, (_token, at) => (at * 7 + sequence * 3 + 11) % trainer.vocabulary),
    start,
  }));
  const lessons = batch.map(() => ({ pushes: Array<number>(length - start).fill(1e-3), values: [] }));
  const peer = openPeer(id);
  const taken = { forward: Infinity, backward: Infinity, step: Infinity, peer: Infinity };
  for (let round = 0; round < rounds; round++) {
    const measured = {
      forward: busy(() => trainer.forward(batch, { weights: 'policy', temperature: 1 })),
      backward: busy(() => trainer.backward(lessons, 0)),
      step: busy(() => trainer.step(trainer.takeGradient(), { rate: 1e-5, maxNorm: 1 })),
      peer: await peer.round(batch.map(({ tokens }) => tokens)),
    };
    for (const part of ['forward', 'backward', 'step', 'peer'] as const)
      taken[part] = Math.min(taken[part], measured[part]);
  }
  peer.close();
  const perSecond = (milliseconds: number) => (1000 * sequences * length) / milliseconds;
  const both = perSecond(taken.forward + taken.backward);
  const theirs = perSecond(taken.peer);
  console.log(
    [
      id.padEnd(20),
      perSecond(taken.forward).toFixed(0).padStart(8),
      both.toFixed(0).padStart(16),
      taken.step.toFixed(1).padStart(14),
      theirs > 0
        ? `${theirs.toFixed(0)} (${(both / theirs).toFixed(1)})`.padStart(19)
        : 'no PyTorch here'.padStart(19),
    ].join(' '),
  );
}

/** Milliseconds of processor time. */
function busy(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** PyTorch in a process of its own: forward and backward of a batch, in milliseconds of its processor time. */
function openPeer(id: string): {
  round(batch: readonly (readonly number[])[]): Promise<number>;
  close(): void;
} {
  const child = spawn(python, ['-m', 'bench.trainer_peer', `public/models/${id}`, String(start)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async round(batch) {
      child.stdin.write(`${JSON.stringify(batch)}\n`);
      const line = await lines.next();
      return line.done ? Infinity : Number(line.value);
    },
    close: () => child.stdin.end(),
  };
}
