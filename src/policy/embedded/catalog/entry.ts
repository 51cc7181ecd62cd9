import type { Family } from '#experiment/problem.ts';
import type { ValueHeadSpec } from '#experiment/verifier.ts';
import type { ModelCapabilities } from '#experiment/abilities.ts';

/** How a model learnt from its own traces, and its starting model; null if that does not ship with the page. */
export interface Learnt {
  readonly by: 'reinforcement' | 'self-evolution';
  readonly from: string | null;
}

/** What lists need to know of a model: its manifest without tensors and vocabulary. */
export interface CatalogEntry {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  readonly capabilities: ModelCapabilities;
  readonly parameters: number;
  /** Bytes of its files, fetched when it is first used. */
  readonly bytes: number;
  /** Only for verifier models: what they were trained to judge. */
  readonly judges?: ValueHeadSpec['kind'];
  readonly learnt?: Learnt;
}

/** The fields of a manifest that are read here. A test reads all manifests with the whole schema (manifest.ts). */
interface ManifestFields extends Omit<CatalogEntry, 'bytes'> {
  readonly order?: number;
  readonly files: { readonly weights: { readonly bytes: number } };
}

/** The entries of the manifests (as texts) in display order: verifier models last, then by family, then by `order`. */
export function catalogEntries(manifests: readonly string[]): readonly CatalogEntry[] {
  return manifests
    .map((text) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked by the whole schema in a test
      const fields = JSON.parse(text) as ManifestFields;
      const { id, name, family, capabilities, parameters, judges, learnt, order, files } = fields;
      const entry: CatalogEntry = {
        id,
        name,
        family,
        capabilities,
        parameters,
        bytes: files.weights.bytes + new TextEncoder().encode(text).byteLength,
        ...(judges && { judges }),
        ...(learnt && { learnt }),
      };
      return { entry, place: [judges ? 1 : 0, family, order ?? Number.MAX_SAFE_INTEGER, id] as const };
    })
    .toSorted((a, b) => compare(a.place, b.place))
    .map(({ entry }) => entry);
}

function compare<Place extends readonly (string | number)[]>(a: Place, b: Place): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  const [left, right] = [a[at], b[at]];
  return left === undefined || right === undefined ? 0 : left < right ? -1 : 1;
}
