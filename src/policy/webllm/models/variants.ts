import type { GpuModel } from './gpu-model.ts';
import type { Machine } from './machine.ts';

/** One model with all the ways its weights are stored. */
export interface ModelVariants {
  readonly name: string;
  readonly recommended: GpuModel;
  /** All of them, the recommended one too, in the order of the list. */
  readonly variants: readonly GpuModel[];
}

/** Four bits before sixteen: smaller and faster, and hardly worse. Unknown ones come last. */
const preferred: readonly string[] = ['q4f16_1', 'q4f32_1', 'q0f16', 'q0f32'];

/**
 * Models by name, each with the variant to take on this machine: computing in 16 bits where the adapter can (half the
 * memory of the cache), in 32 otherwise. Custom models stand alone.
 */
export function variantsFor(models: readonly GpuModel[], machine: Machine): readonly ModelVariants[] {
  const groups = new Map<string, GpuModel[]>();
  for (const model of models) {
    const key = model.origin === 'custom' ? model.id : model.name;
    groups.set(key, [...(groups.get(key) ?? []), model]);
  }
  return [...groups].map(([name, variants]) => ({
    name,
    variants,
    recommended: recommendedOf(variants, machine),
  }));
}

function recommendedOf(variants: readonly GpuModel[], { gpu }: Machine): GpuModel {
  const runs = ({ features }: GpuModel) =>
    gpu.kind !== 'adapter' || features.every((feature) => gpu.features.includes(feature));
  const rank = (model: GpuModel) =>
    (runs(model) ? 0 : 100) +
    ((preferred.indexOf(model.quantisation) + preferred.length + 1) % (preferred.length + 1));
  return variants.reduce((best, model) => (rank(model) < rank(best) ? model : best));
}

/** The same model computing in 32 bits, for processors without shader-f16; undefined where there is none. */
export function fullPrecisionVariant(
  { name, quantisation }: GpuModel,
  models: readonly GpuModel[],
): GpuModel | undefined {
  const wanted = quantisation.replace('f16', 'f32');
  return wanted === quantisation
    ? undefined
    : models.find((model) => model.name === name && model.quantisation === wanted);
}
