import * as v from 'valibot';
import { isOwnModel, modelIdPattern } from '#experiment/model-id.ts';
import { embeddedModels } from '#policy/models.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { CustomFieldProblem } from '#run/failure.ts';
import { customFieldSchema } from '#run/failure-schema.ts';
import { abilitiesByKind } from './gpu-abilities.ts';
import type { CustomModel, GpuModel } from './gpu-model.ts';
import { libraryAddress, weightsAddress } from './model-folder.ts';
import { embeddingWeights, kindOf, parametersOf, readableName } from './model-names.ts';
import { featuresOf, fileBytes, gpuBytes, quantisationIn } from './quantisation.ts';

/** Custom models that a page may have. */
const mostModels = 32;

/** What a field must be, in place of valibot's sentences. */
type Must = CustomFieldProblem['must'];

const idSchema = v.pipe(v.string(), v.regex(modelIdPattern, 'id' satisfies Must));

const addressSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(2000, 'short' satisfies Must),
  v.check(isAllowed, 'address' satisfies Must),
  v.transform((address) => new URL(address).href),
);

const hashSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(
    /^(sha256-[A-Za-z0-9+/]{43}=|sha384-[A-Za-z0-9+/]{64}|sha512-[A-Za-z0-9+/]{86}==)$/,
    'hash' satisfies Must,
  ),
);

const customModelSchema = v.strictObject({
  id: idSchema,
  weights: addressSchema,
  library: v.pipe(addressSchema, v.endsWith('.wasm', 'wasm' satisfies Must)),
  context: v.pipe(
    v.number(),
    v.integer('whole' satisfies Must),
    v.minValue(256, 'least' satisfies Must),
    v.maxValue(131_072, 'most' satisfies Must),
  ),
  integrity: v.exactOptional(
    v.strictObject({
      config: v.exactOptional(hashSchema),
      library: v.exactOptional(hashSchema),
      tokenizer: v.exactOptional(hashSchema),
    }),
  ),
});

/**
 * Custom models as a person entered them, or as the page remembered them: all of them, or an error.
 *
 * @param listed models whose ids are taken. Throws PolicyError `custom-model-invalid` that names the model and the field.
 */
export function readCustomModels(input: unknown, listed: readonly GpuModel[]): readonly GpuModel[] {
  if (!Array.isArray(input) || input.length > mostModels)
    throw new PolicyError({ code: 'custom-model-invalid', why: { kind: 'too-many', most: mostModels } });
  const taken = new Set([...embeddedModels, ...listed].map(({ id }) => id));
  return input.map((item: unknown) => {
    const model = readCustomModel(item);
    if (taken.has(model.id) || isOwnModel(model.id))
      throw new PolicyError({ code: 'custom-model-invalid', why: { kind: 'taken', id: model.id } });
    taken.add(model.id);
    return toGpuModel(model);
  });
}

function readCustomModel(input: unknown): CustomModel {
  const read = v.safeParse(customModelSchema, input);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const { field, must } = customFieldSchema.entries;
  const [path, rule] = [v.safeParse(field, v.getDotPath(issue)), v.safeParse(must, issue.message)];
  throw new PolicyError({
    code: 'custom-model-invalid',
    why: {
      kind: 'field',
      field: path.success ? path.output : null,
      must: rule.success ? rule.output : 'other',
    },
  });
}

/** What the names tell about it: quantisation by its own, its folder's or its library's, weights by its own. */
export function toGpuModel({ id, weights, library, context, integrity }: CustomModel): GpuModel {
  const quantisation = quantisationIn(id) ?? quantisationIn(weights) ?? quantisationIn(library);
  const base = id.replace(/-MLC$/, '').replace(`-${quantisation}`, '');
  const parameters = parametersOf(base);
  const embedding = embeddingWeights(base);
  const bytes = (weightCount: number | null, of: typeof fileBytes) =>
    quantisation === null || weightCount === null ? null : of(weightCount, quantisation);
  const kind = kindOf(base) ?? 'reasoning';
  return {
    ...abilitiesByKind[kind],
    engine: 'gpu',
    id,
    name: readableName(base),
    kind,
    parameters,
    quantisation: quantisation ?? 'unknown',
    downloadBytes: bytes(parameters, fileBytes),
    memoryBytes: null,
    largestWeightBytes: bytes(embedding, gpuBytes),
    context,
    features: quantisation === null ? [] : featuresOf(quantisation),
    origin: 'custom',
    source: {
      weights: weightsAddress(weights),
      library: libraryAddress(library),
      overrides: { context_window_size: context },
      ...(integrity ? { integrity } : {}),
    },
  };
}

function isAllowed(address: string): boolean {
  const url = parsed(address);
  if (!url || url.username || url.password || url.search || url.hash) return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  );
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
