import type {
  OptimiserStep,
  SequencePushes,
  TrainedWeights,
  TrainEngine,
  TrainingWeights,
  TrainSequence,
} from '../../runtime/train-engine.ts';
import { kernelStopped, outOfMemory } from '../kernel-module.ts';
import { readEmbedded, type EmbeddedFiles, type EmbeddedSource } from '../open.ts';
import { checkLessons, checkSequences } from './batch-check.ts';
import { placeParameters, readParameters, writeParameters, type ParameterPlace } from './parameters.ts';
import { block, instantiateTrainer, table, type TrainerExports } from './trainer-module.ts';

/** Enough rows that products of matrices are at full speed, and few enough that memory is some 50 MB for a million parameters. */
const defaultRows = 1024;

/** i32 of a sequence and of a label in the kernel's tables. */
const sequenceLength = 3;
const labelLength = 2;

/** An embedded model that is trained on the project's own kernel. What is given is copied, and so is what is handed out. */
export class Trainer implements TrainEngine {
  readonly vocabulary: number;
  readonly context: number;
  readonly parameters: number;
  readonly rows: number;
  /** Views of the kernel's memory, which is all there from the start and stays where it is. */
  private readonly policy: Float32Array;
  private readonly gradient: Float32Array;
  private readonly givenGradient: Float32Array;
  private readonly moments: readonly [Float32Array, Float32Array];
  private readonly tokenTable: Int32Array;
  private readonly sequenceTable: Int32Array;
  private readonly logTable: Float32Array;
  private readonly pushTable: Float32Array;
  private readonly labelRows: Int32Array;
  private readonly labels: Float32Array;
  private updates = 0;
  /** What the policy read last; null where what `backward` needs is gone. */
  private read: readonly TrainSequence[] | null = null;

  private constructor(
    private readonly kernel: TrainerExports,
    { manifest }: EmbeddedFiles,
    private readonly places: readonly ParameterPlace[],
    private readonly file: Uint8Array,
    rows: number,
  ) {
    const initial = readParameters(places, file);
    this.vocabulary = manifest.architecture.vocabulary;
    this.context = manifest.architecture.context;
    this.parameters = initial.length;
    this.rows = rows;
    const floats = (address: number, length: number) =>
      new Float32Array(kernel.memory.buffer, address, length);
    const integers = (address: number, length: number) =>
      new Int32Array(kernel.memory.buffer, address, length);
    const blockOf = (index: number) => floats(kernel.blockAddress(index), initial.length);
    this.policy = blockOf(block.policy);
    this.gradient = blockOf(block.gradient);
    this.givenGradient = blockOf(block.givenGradient);
    this.moments = [blockOf(block.moment1), blockOf(block.moment2)];
    this.tokenTable = integers(kernel.batchAddress(table.tokens), rows);
    this.sequenceTable = integers(kernel.batchAddress(table.sequences), rows * sequenceLength);
    this.logTable = floats(kernel.batchAddress(table.logs), rows);
    this.pushTable = floats(kernel.batchAddress(table.pushes), rows);
    this.labelRows = integers(kernel.batchAddress(table.labels), rows * labelLength);
    this.labels = floats(kernel.batchAddress(table.labels), rows * labelLength);
    this.policy.set(initial);
    blockOf(block.reference).set(initial);
  }

  /**
   * Opens a model to train it; the reference is what it is now. `rows` is the most tokens of a forward, at least the context.
   * Rejects like `openEmbedded`.
   */
  static async open({
    id,
    fetchFile,
    wasm,
    rows = defaultRows,
  }: Pick<EmbeddedSource, 'id' | 'fetchFile' | 'wasm' | 'rows'>): Promise<Trainer> {
    const files = await readEmbedded(id, fetchFile);
    const { vocabulary, width, layers, heads, feedForward, context } = files.manifest.architecture;
    const kernel = await instantiateTrainer(wasm);
    const most = Math.max(rows, context);
    if (!kernel.setup(vocabulary, width, layers, heads, feedForward, context, most)) throw outOfMemory();
    const { vectors } = files.places;
    // Cosines and sines, as `vectorShapes` lists them.
    [vectors[4], vectors[5]].forEach((place, index) => {
      if (!place) return;
      const bytes = files.weights.subarray(place.offset, place.offset + 4 * place.length);
      new Uint8Array(kernel.memory.buffer, kernel.rotaryAddress(index), bytes.length).set(bytes);
    });
    const places = placeParameters(files.manifest.architecture, files.places);
    return new Trainer(kernel, files, places, files.weights, most);
  }

  forward(
    batch: readonly TrainSequence[],
    { weights, temperature }: { readonly weights: TrainedWeights; readonly temperature: number },
  ): readonly Float32Array[] {
    checkSequences(batch, this);
    if (!(temperature > 0 && temperature < Infinity))
      throw new RangeError(`${temperature} is no temperature`);
    this.read = null;
    let first = 0;
    batch.forEach(({ tokens, start }, index) => {
      this.tokenTable.set(tokens, first);
      this.sequenceTable.set([first, tokens.length, start], index * sequenceLength);
      first += tokens.length;
    });
    guarded(() => this.kernel.forward(batch.length, block[weights], temperature));
    if (weights === 'policy') this.read = batch.map(({ tokens, start }) => ({ tokens: [...tokens], start }));
    let at = 0;
    return batch.map(({ tokens, start }) => this.logTable.slice(at, (at += tokens.length - start)));
  }

  backward(lessons: readonly SequencePushes[], valueWeight: number): void {
    if (!this.read) throw new RangeError('there is no forward of the policy to go back from');
    checkLessons(this.read, lessons, this.rows);
    let first = 0;
    let at = 0;
    let label = 0;
    this.read.forEach(({ tokens, start }, index) => {
      const { pushes = [], values = [] } = lessons[index] ?? {};
      this.pushTable.set(pushes, at);
      at += pushes.length;
      for (const value of values) {
        this.labelRows[label * labelLength] = first + value.at - (start - 1);
        this.labels[label * labelLength + 1] = value.label;
        label += 1;
      }
      // Of a prompt the heads read the last token alone.
      first += tokens.length - (start - 1);
    });
    guarded(() => this.kernel.backward(label, valueWeight));
  }

  takeGradient(): Float32Array {
    const gradient = this.gradient.slice();
    this.gradient.fill(0);
    return gradient;
  }

  /** A gradient that is not finite changes nothing; its length is returned all the same. */
  step(gradient: Float32Array, { rate, maxNorm }: OptimiserStep): number {
    this.checkLength(gradient);
    this.givenGradient.set(gradient);
    const norm = guarded(() => this.kernel.step(rate, maxNorm, this.updates + 1));
    if (Number.isFinite(norm)) this.updates += 1;
    this.read = null;
    return norm;
  }

  weights(): TrainingWeights {
    const [first, second] = this.moments;
    return {
      parameters: this.policy.slice(),
      moments: [first.slice(), second.slice()],
      updates: this.updates,
    };
  }

  take({ parameters, moments, updates }: Partial<TrainingWeights>): void {
    for (const part of [...(parameters ? [parameters] : []), ...(moments ?? [])]) this.checkLength(part);
    if (parameters) this.policy.set(parameters);
    if (moments) this.moments.forEach((moment, index) => moment.set(moments[index] ?? moment));
    if (updates !== undefined) this.updates = updates;
    this.read = null;
  }

  exported(): Uint8Array<ArrayBuffer> {
    return writeParameters(this.places, this.policy, this.file);
  }

  private checkLength({ length }: Float32Array): void {
    if (length !== this.parameters)
      throw new RangeError(`${length} numbers for ${this.parameters} parameters`);
  }
}

function guarded<Result>(call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw error instanceof WebAssembly.RuntimeError ? kernelStopped(error) : error;
  }
}
