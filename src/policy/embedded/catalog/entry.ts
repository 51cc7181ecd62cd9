import type { Family } from '#experiment/problem.ts';
import type { ValueHeadSpec } from '#experiment/verifier.ts';
import type { ModelCapabilities } from '#experiment/abilities.ts';

/** How a model learnt from traces of its own, and from which model; null where that one does not ship with the page. */
export interface Learnt {
  readonly by: 'reinforcement' | 'self-evolution';
  readonly from: string | null;
}

/** What lists need of a model: all of its manifest but tensors and vocabulary. */
export interface CatalogEntry {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  readonly capabilities: ModelCapabilities;
  readonly parameters: number;
  /** Bytes of its files: what is fetched when it is first used. */
  readonly bytes: number;
  /** What it was trained to judge, of a model that only judges what others write. */
  readonly judges?: ValueHeadSpec['kind'];
  readonly learnt?: Learnt;
}

/** The fields of a manifest that are read here. A test reads all manifests with the whole schema (manifest.ts). */
interface ManifestFields extends Omit<CatalogEntry, 'bytes'> {
  readonly order?: number;
  readonly files: { readonly weights: { readonly bytes: number } };
}

/** The entries of the manifests (as texts) in the order of lists: models that judge last, by family, then as their manifests say. */
export function entriesOf(manifests: readonly string[]): readonly CatalogEntry[] {
  return manifests
    .map((text) => {
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
