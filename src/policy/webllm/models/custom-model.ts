import * as v from 'valibot';
import { modelIdPattern } from '#experiment/model-id.ts';
import { embeddedModels } from '#policy/models.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { abilitiesByKind } from './gpu-abilities.ts';
import type { CustomModel, GpuModel } from './gpu-model.ts';
import { libraryAddress, weightsAddress } from './model-folder.ts';
import { embeddingWeights, kindOf, parametersOf, readableName } from './model-names.ts';
import { featuresOf, fileBytes, gpuBytes, quantisationIn } from './quantisation.ts';

/** Custom models that a page may have. */
const mostModels = 32;

const idSchema = v.pipe(
  v.string(),
  v.regex(
    modelIdPattern,
    'must be letters, digits, ".", "-" and "_", 96 at most, and begin with a letter or a digit',
  ),
);

const addressSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(2000, 'is too long'),
  v.check(
    isAllowed,
    'must be an https address (http is allowed for localhost) without a user name, "?" or "#"',
  ),
  v.transform((address) => new URL(address).href),
);

const hashSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(
    /^(sha256-[A-Za-z0-9+/]{43}=|sha384-[A-Za-z0-9+/]{64}|sha512-[A-Za-z0-9+/]{86}==)$/,
    'must be a subresource-integrity hash: "sha256-", "sha384-" or "sha512-" and its base64',
  ),
);

const customModelSchema = v.strictObject({
  id: idSchema,
  weights: addressSchema,
  library: v.pipe(addressSchema, v.endsWith('.wasm', 'must end in .wasm')),
  context: v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(256, 'must be at least 256 tokens'),
    v.maxValue(131_072, 'must be at most 131,072 tokens'),
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
    throw invalid(`There can be ${mostModels} custom models at most.`);
  const taken = new Set([...embeddedModels, ...listed].map(({ id }) => id));
  return input.map((item: unknown) => {
    const model = readCustomModel(item);
    if (taken.has(model.id)) throw invalid(`id: there is a model "${model.id}" already.`);
    taken.add(model.id);
    return toGpuModel(model);
  });
}

function readCustomModel(input: unknown): CustomModel {
  const read = v.safeParse(customModelSchema, input);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw invalid(`${v.getDotPath(issue) ?? 'The model'}: ${issue.message}.`);
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

function invalid(message: string): PolicyError {
  return new PolicyError('custom-model-invalid', message, 'Correct it in the form of the custom model.');
}
