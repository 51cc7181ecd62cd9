import type { ModelInfo } from '#policy/language-model.ts';
import { createGpuCodec, type GpuCodec } from '#policy/webllm/text/codec.ts';
import { gpuAbilities } from '#policy/webllm/models/gpu-abilities.ts';
import type { GpuModel } from '#policy/webllm/models/gpu-model.ts';
import { readModelFiles, weightsListSha256 } from '#policy/webllm/files/model-files.ts';
import type { OpenedGpuModel } from '#policy/webllm/drivers/open.ts';

/** The words of a downloaded model. Rejects with PolicyError `not-downloaded` or `model-damaged`. */
export async function openGpuWords(model: GpuModel): Promise<GpuCodec> {
  return createGpuCodec(await readModelFiles(model));
}

/** What a WebLLM model can carry: problems of every kind, put in words. */
export async function gpuModelInfo(
  model: GpuModel,
  words: GpuCodec,
  opened: Pick<OpenedGpuModel, 'driver' | 'context'>,
): Promise<ModelInfo> {
  const { stepEnds, thinking, verdicts } = words;
  const { driver, context } = opened;
  return {
    id: model.id,
    name: model.name,
    weightsSha256: await weightsListSha256(model),
    driver,
    families: gpuAbilities.families,
    capabilities: gpuAbilities.capabilities,
    context: Math.min(context, words.context),
    stepEnds,
    ...(thinking ? { thinking } : {}),
    ...(verdicts ? { verdicts } : {}),
  };
}
