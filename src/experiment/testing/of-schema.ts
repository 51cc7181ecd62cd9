import * as fc from 'fast-check';
import * as v from 'valibot';
import { modelIdSchema } from '../model-id.ts';

/** A model's id, as the page's own, as WebLLM's, and as servers name theirs. */
export const modelId = fc.oneof(
  fc.constantFrom('countdown', 'arithmetic'),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$/),
  fc.stringMatching(/^https?:\/\/[a-z0-9]{1,9}(:[1-9][0-9]{3})?\/v1#[A-Za-z0-9][A-Za-z0-9._/-]{0,20}$/),
  fc.stringMatching(/^[a-z0-9]{1,9}\/[A-Za-z0-9][A-Za-z0-9._-]{0,20}(:[a-z0-9]{1,6})?$/),
);

/** What is read of a schema. */
interface Node {
  readonly type: string;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly wrapped?: unknown;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/** Anything that a schema of settings lets through, as it comes out of it. Throws where it has a part that is not known here. */
export function anyOf<const Schema extends v.GenericSchema>(
  schema: Schema,
): fc.Arbitrary<v.InferOutput<Schema>> {
  return anyInput(schema).map((value) => v.parse(schema, value));
}

function anyInput(schema: unknown): fc.Arbitrary<unknown> {
  if (schema === modelIdSchema) return modelId;
  const { type, literal, options = [], entries = {}, wrapped, pipe = [] } = schema as Node;
  const limit = (check: string): number => {
    const found = pipe.find((action) => action.type === check)?.requirement;
    if (typeof found !== 'number') throw new Error(`A ${type} without ${check}`);
    return found;
  };
  switch (type) {
    case 'literal':
      return fc.constant(literal);
    case 'picklist':
      return fc.constantFrom(...options);
    case 'number': {
      const [min, max] = [limit('min_value'), limit('max_value')];
      return pipe.some((action) => action.type === 'integer')
        ? fc.integer({ min, max })
        : fc.double({ min, max, noNaN: true }).map((value) => value + 0);
    }
    case 'string': {
      const patterns = pipe.flatMap(({ requirement }) =>
        requirement instanceof RegExp ? [requirement] : [],
      );
      const fits = (text: string) => patterns.every((pattern) => pattern.test(text));
      return fc.oneof(
        fc.constant('Wait'),
        fc.string({ minLength: 1, maxLength: limit('max_length') / 2, unit: 'binary' }).filter(fits),
      );
    }
    case 'optional':
    case 'exact_optional':
      return anyInput(wrapped);
    case 'variant':
      return fc.oneof(...options.map(anyInput));
    case 'strict_object':
      return fc.record(
        Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, anyInput(entry)])),
        {
          requiredKeys: Object.keys(entries).filter(
            (key) => (entries[key] as Node).type !== 'exact_optional',
          ),
        },
      );
    default:
      throw new Error(`Nothing is known of "${type}"`);
  }
}
