import { modelList } from '#words/en/model-list.ts';
import type { LibraryModel, LibraryReport } from '#worker/library.ts';

/** One model, whatever its weights are stored as. */
export interface ModelEntry {
  readonly name: string;
  readonly kind: 'reasoning' | 'instruct';
  readonly parameters: number | null;
  readonly variants: readonly LibraryModel[];
  /** The id of the variant to take on this machine. */
  readonly recommended: string;
}

export interface SizeGroup {
  readonly id: SizeId;
  readonly reasoning: readonly ModelEntry[];
  /** For contrast. */
  readonly instruct: readonly ModelEntry[];
}

/** The largest number of parameters of each group, and above it the next. */
const sizes = [
  { id: 'small', below: 0.95e9 },
  { id: 'medium', below: 2.8e9 },
  { id: 'large', below: 5.5e9 },
  { id: 'largest', below: 10e9 },
  { id: 'huge', below: Number.POSITIVE_INFINITY },
] as const;
export type SizeId = (typeof sizes)[number]['id'];

const sizeOf = ({ parameters }: ModelEntry): SizeId =>
  sizes.find(({ below }) => (parameters ?? 0) < below)?.id ?? 'huge';

/** WebLLM's models by size, the smallest first; groups without any are left out. */
export function sizeGroups(report: LibraryReport): readonly SizeGroup[] {
  const entries = entriesOf(report, 'webllm').toSorted((a, b) => (a.parameters ?? 0) - (b.parameters ?? 0));
  return sizes
    .map(({ id }) => {
      const inGroup = entries.filter((entry) => sizeOf(entry) === id);
      return {
        id,
        reasoning: inGroup.filter(({ kind }) => kind === 'reasoning'),
        instruct: inGroup.filter(({ kind }) => kind === 'instruct'),
      };
    })
    .filter(({ reasoning, instruct }) => reasoning.length + instruct.length > 0);
}

/** WebLLM's own models, the variants of one together, or those a person added, each on its own. */
export function entriesOf(report: LibraryReport, origin: 'webllm' | 'custom'): readonly ModelEntry[] {
  const listed = report.models.filter(({ model }) => model.origin === origin);
  const key = ({ model }: LibraryModel): string => (origin === 'custom' ? model.id : model.name);
  return [...new Set(listed.map(key))].flatMap((name) => {
    const variants = listed.filter((one) => key(one) === name);
    const best = variants.find(({ recommended }) => recommended) ?? variants[0];
    return best
      ? [
          {
            name: best.model.name,
            kind: best.model.kind,
            parameters: best.model.parameters,
            variants,
            recommended: best.model.id,
          },
        ]
      : [];
  });
}

/** The variant to show first: the one in use, else one that is here, else the recommended one. */
export function firstVariant({ variants, recommended }: ModelEntry, inUse: string): LibraryModel | undefined {
  const here = (kind: 'all' | 'part') => variants.find(({ stored }) => stored.kind === kind);
  return (
    variants.find(({ model }) => model.id === inUse) ??
    here('all') ??
    here('part') ??
    variants.find(({ model }) => model.id === recommended)
  );
}

/** How a variant computes, in words. */
export function precisionWords(quantisation: string): string {
  const [, bits, floats] = /^q(\d+)f(\d+)/.exec(quantisation) ?? [];
  return bits === undefined || floats === undefined ? quantisation : modelList.precision({ floats, bits });
}

/** The same model computing in 32 bits, for processors without shader-f16; null where there is none. */
export function fullPrecisionOf(all: readonly LibraryModel[], id: string): LibraryModel | null {
  const own = all.find(({ model }) => model.id === id);
  const wanted = own?.model.quantisation.replace('f16', 'f32');
  if (!own || wanted === own.model.quantisation) return null;
  return all.find(({ model }) => model.name === own.model.name && model.quantisation === wanted) ?? null;
}
