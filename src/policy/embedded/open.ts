import type { ModelInfo } from '../language-model.ts';
import type { TokenCodec } from '../runtime/token-codec.ts';
import { PolicyError } from '../policy-error.ts';
import { createCodec } from './codec.ts';
import { EmbeddedEngine, type EngineLimits } from './engine.ts';
import { parseManifest, trainedForm, type Manifest } from './manifest.ts';
import { actionWords, mostExamples, verdicts } from './skills.ts';
import { control } from './vocabulary.ts';
import { checkWeights, placeWeights, type WeightPlaces } from './weights.ts';

/** Reads a file by its path in the models folder, such as `countdown/manifest.json`; rejects if it is missing. */
export type FetchFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

export interface EmbeddedSource extends Partial<EngineLimits> {
  /** The model's folder. */
  readonly id: string;
  readonly fetchFile: FetchFile;
  /** The compiled kernel; compile once to open several. */
  readonly wasm: WebAssembly.Module | BufferSource;
}

export interface OpenedEmbeddedModel {
  readonly engine: EmbeddedEngine;
  readonly codec: TokenCodec;
  readonly info: ModelInfo;
}

export interface EmbeddedFiles {
  readonly manifest: Manifest;
  readonly codec: TokenCodec;
  readonly places: WeightPlaces;
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** Enough rows that prompts of several sequences prefill in one forward. */
export const defaultLimits: EngineLimits = { slots: 64, rows: 256 };

/**
 * Opens a model that ships with the project. Checks its manifest, sizes, hash and numbers.
 * Rejects with PolicyError `model-not-found`, `model-damaged` or `kernel-failed`.
 */
export async function openEmbedded({
  id,
  fetchFile,
  wasm,
  ...limits
}: EmbeddedSource): Promise<OpenedEmbeddedModel> {
  const { manifest, codec, places, weights } = await readEmbedded(id, fetchFile);
  const engine = await EmbeddedEngine.create(wasm, manifest, places, weights, {
    ...defaultLimits,
    ...limits,
  });
  const { capabilities } = manifest;
  return {
    engine,
    codec,
    info: {
      id,
      name: manifest.name,
      weightsSha256: manifest.files.weights.sha256,
      families: [manifest.family],
      capabilities,
      ...(manifest.judges ? { verifier: manifest.judges } : {}),
      context: manifest.architecture.context,
      stepEnds: trainedForm(manifest.family).stepEnds,
      thinking: { open: control.think, close: control.endThink, endOfText: control.end },
      vocabulary: manifest.vocabulary,
      ...(capabilities.judge ? { verdicts } : {}),
      ...(capabilities.questions ? { actionWords } : {}),
      ...(capabilities.fewShot ? { mostExamples } : {}),
    },
  };
}

/** A model's files, checked: manifest, sizes, hash and numbers. Errors as of `openEmbedded`, but for the kernel's. */
export async function readEmbedded(id: string, fetchFile: FetchFile): Promise<EmbeddedFiles> {
  const manifest = parseManifest(await fetchOr(fetchFile, `${id}/manifest.json`), id);
  const codec = createCodec(manifest);
  const places = placeWeights(manifest);
  const weights = await fetchOr(fetchFile, `${id}/${manifest.files.weights.path}`);
  await checkWeights(manifest, places, weights);
  return { manifest, codec, places, weights };
}

async function fetchOr(fetchFile: FetchFile, path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchFile(path);
  } catch (cause) {
    throw new PolicyError({ code: 'model-not-found', why: { kind: 'file', path } }, { cause });
  }
}
