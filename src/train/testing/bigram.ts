import type { ModelInfo } from '#policy/language-model.ts';
import { createRuntimeModel } from '#policy/runtime/runtime-model.ts';
import type { Extension, ForwardOutput, Slot, StepEngine } from '#policy/runtime/step-engine.ts';
import type { TokenCodec } from '#policy/runtime/token-codec.ts';
import type {
  OptimiserStep,
  SequencePushes,
  TrainEngine,
  TrainSequence,
} from '#policy/runtime/train-engine.ts';
import { exp, log } from '#run/portable-math.ts';
import type { Lane } from '../lane.ts';
import { createLane } from '../learning-lane.ts';

/** A model whose next token depends on the last one alone: small enough that its gradient is a line of arithmetic. */
type Table = Float32Array;

/** Log-softmax of a row at a temperature, in f64. */
function logRow(table: Table, token: number, vocabulary: number, temperature: number): number[] {
  const row = Array.from(
    table.subarray(token * vocabulary, (token + 1) * vocabulary),
    (x) => x / temperature,
  );
  const most = Math.max(...row);
  const rest = log(row.reduce((sum, x) => sum + exp(x - most), 0));
  return row.map((x) => x - most - rest);
}

/** Trains a bigram table by plain gradient ascent with AdamW's moments kept as counters, so that going on without them shows. */
class BigramTrainer implements TrainEngine {
  readonly context = 64;
  readonly rows = 256;
  readonly parameters: number;
  private policy: Float32Array;
  private readonly reference: Float32Array;
  private gradient: Float32Array;
  private momentum: Float32Array;
  private updates = 0;
  private read: readonly TrainSequence[] = [];
  private temperature = 1;

  constructor(
    readonly vocabulary: number,
    table: Table,
  ) {
    this.parameters = table.length;
    this.policy = table.slice();
    this.reference = table.slice();
    this.gradient = new Float32Array(table.length);
    this.momentum = new Float32Array(table.length);
  }

  forward(
    batch: readonly TrainSequence[],
    { weights, temperature }: Parameters<TrainEngine['forward']>[1],
  ): readonly Float32Array[] {
    const table = weights === 'policy' ? this.policy : this.reference;
    if (weights === 'policy') [this.read, this.temperature] = [batch, temperature];
    return batch.map(({ tokens, start }) =>
      Float32Array.from(
        tokens.slice(start),
        (token, at) => logRow(table, tokens[start + at - 1] ?? 0, this.vocabulary, temperature)[token] ?? NaN,
      ),
    );
  }

  backward(lessons: readonly SequencePushes[]): void {
    const { vocabulary, temperature } = this;
    this.read.forEach(({ tokens, start }, index) => {
      lessons[index]?.pushes.forEach((push, at) => {
        const before = tokens[start + at - 1] ?? 0;
        const logs = logRow(this.policy, before, vocabulary, temperature);
        logs.forEach((value, token) => {
          const place = before * vocabulary + token;
          const slope = (Number(token === tokens[start + at]) - exp(value)) / temperature;
          this.gradient[place] = (this.gradient[place] ?? 0) - push * slope;
        });
      });
    });
  }

  takeGradient(): Float32Array {
    const { gradient } = this;
    this.gradient = new Float32Array(this.parameters);
    return gradient;
  }

  step(gradient: Float32Array, { rate }: OptimiserStep): number {
    const length = Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0));
    if (!Number.isFinite(length)) return length;
    this.momentum = this.momentum.map((value, at) => 0.9 * value + (gradient[at] ?? 0));
    this.policy = this.policy.map((value, at) => value - rate * (this.momentum[at] ?? 0));
    this.updates += 1;
    return length;
  }

  weights() {
    return {
      parameters: this.policy.slice(),
      moments: [this.momentum.slice(), new Float32Array(this.parameters)] as const,
      updates: this.updates,
    };
  }

  take({ parameters, moments, updates }: Parameters<TrainEngine['take']>[0]): void {
    if (parameters) this.policy = parameters.slice();
    if (moments) this.momentum = moments[0].slice();
    this.updates = updates ?? this.updates;
  }

  exported(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.policy.slice().buffer);
  }
}

/** Samples from a bigram table. A slot is the list of its tokens. */
class BigramSampler implements StepEngine {
  readonly context = 64;
  readonly slots = 64;
  readonly rows = 256;
  readonly hasValueHead = false;
  private readonly held = new Map<Slot, readonly number[]>();
  private next = 0;

  constructor(
    readonly vocabulary: number,
    public table: Table,
  ) {}

  create(): Slot {
    this.held.set(this.next, []);
    return this.next++;
  }

  fork(parent: Slot, length: number): Slot {
    const slot = this.create();
    this.held.set(slot, this.held.get(parent)?.slice(0, length) ?? []);
    return slot;
  }

  drop(slot: Slot): void {
    this.held.delete(slot);
  }

  async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    const rows = batch.flatMap(({ slot, tokens, outputs }) => {
      this.held.set(slot, [...(this.held.get(slot) ?? []), ...tokens]);
      return tokens.slice(tokens.length - outputs);
    });
    const logits = new Float32Array(rows.length * this.vocabulary);
    rows.forEach((token, row) =>
      logits.set(
        this.table.subarray(token * this.vocabulary, (token + 1) * this.vocabulary),
        row * this.vocabulary,
      ),
    );
    return { logits, values: null };
  }
}

/** A lane on a bigram table that begins with equal chances for all tokens, but for those that would never end. */
export function bigramLane(
  { codec, info }: { readonly codec: TokenCodec; readonly info: ModelInfo },
  likely: readonly string[],
): Lane {
  const { vocabulary: texts = [] } = info;
  const table = new Float32Array(texts.length ** 2);
  table.forEach((_, at) => {
    table[at] = likely.includes(texts[at % texts.length] ?? '') ? 2 : -2;
  });
  const sampler = new BigramSampler(texts.length, table);
  let seconds = 0;
  const model = createRuntimeModel({
    engine: sampler,
    codec,
    info,
    now: () => (seconds += 0.001),
    breathe: () => Promise.resolve(),
  });
  return createLane({
    engine: new BigramTrainer(texts.length, table),
    model,
    replace(weights) {
      sampler.table = new Float32Array(weights.slice().buffer);
    },
  });
}
