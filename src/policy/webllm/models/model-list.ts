import { abilitiesByKind } from './gpu-abilities.ts';
import type { GpuModel } from './gpu-model.ts';
import { weightsAddress } from './model-folder.ts';
import { embeddingWeights, kindOf, parametersOf, readableName } from './model-names.ts';
import { featuresOf, fileBytes, gpuBytes } from './quantisation.ts';
import type { ModelRecord } from '../webllm.ts';
import { partMissing } from '#policy/policy-error.ts';

/** Tokens of context where WebLLM's list does not say. */
const usualContext = 4096;

let list: Promise<readonly GpuModel[]> | null = null;

/** WebLLM's own list as the page was built with it, so that it never goes stale. Fetched when this is first called. Rejects with PolicyError `part-missing`. */
export function loadGpuModels(): Promise<readonly GpuModel[]> {
  list ??= import('virtual:webllm-models')
    .then(({ records }) => gpuModelsIn(records))
    .catch((cause: unknown) => {
      list = null; // so that a later try may succeed
      throw partMissing('model-list', cause);
    });
  return list;
}

/**
 * The models of WebLLM's list that this page can put to use, in its order: language models that reason or, small ones,
 * follow instructions; model-names.ts has the rules. Left out besides: variants with a context of 1024 tokens (`-1k`), too
 * short to think in, and packages with a manifest, whose inputs may be pictures and sound.
 */
export function gpuModelsIn(records: readonly ModelRecord[]): readonly GpuModel[] {
  return records.flatMap((record) => {
    const [, base, quantisation] = /^(.+)-(q\d+f\d+(?:_\d+)?)-MLC$/.exec(record.model_id) ?? [];
    // ModelType.LLM is 0, and may be left out.
    if (
      base === undefined ||
      quantisation === undefined ||
      record.model_type ||
      record.model_manifest !== undefined
    )
      return [];
    const kind = kindOf(base);
    return kind ? [gpuModel(record, base, quantisation, kind)] : [];
  });
}

export function findGpuModel(id: string, models: readonly GpuModel[]): GpuModel | undefined {
  return models.find((model) => model.id === id);
}

function gpuModel(record: ModelRecord, base: string, quantisation: string, kind: GpuModel['kind']): GpuModel {
  const { context_window_size: context, max_history_size: history } = record.overrides ?? {};
  const parameters = parametersOf(base);
  const embedding = embeddingWeights(base);
  return {
    ...abilitiesByKind[kind],
    engine: 'gpu',
    id: record.model_id,
    name: readableName(base),
    kind,
    parameters,
    quantisation,
    downloadBytes: parameters === null ? null : fileBytes(parameters, quantisation),
    memoryBytes: record.vram_required_MB === undefined ? null : Math.round(record.vram_required_MB * 2 ** 20),
    largestWeightBytes:
      record.buffer_size_required_bytes ?? (embedding === null ? null : gpuBytes(embedding, quantisation)),
    context: context ?? usualContext,
    features: [...new Set([...featuresOf(quantisation), ...(record.required_features ?? [])])],
    origin: 'webllm',
    source: {
      weights: weightsAddress(record.model),
      library: record.model_lib,
      overrides: {
        ...(context === undefined ? {} : { context_window_size: context }),
        ...(history === undefined ? {} : { max_history_size: history }),
      },
    },
  };
}
