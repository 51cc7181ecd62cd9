import { runFileSchema } from './run-file-schema.ts';

/** A JSON Schema, as far as run files need one. */
export type JsonSchema = { readonly [key: string]: unknown };

/** What is read of a schema: its kind, its parts and the checks that follow it. */
interface Node {
  readonly type: string;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly options?: readonly unknown[];
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly literal?: unknown;
  readonly default?: unknown;
}

/** The JSON Schema of saved runs, made from the schema that reads them, so that the two cannot drift apart. */
export function runFileJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Second Thought run, version 1',
    description:
      'One run of a reasoning experiment: what was asked, and everything that happened, in order. `at` is in milliseconds since the start, `logprob` is the natural logarithm of a probability at temperature 1. A `score` is null where nothing was measured.',
    ...convert(runFileSchema),
  };
}

function convert(node: Node): JsonSchema {
  return {
    ...base(node),
    ...Object.assign({}, ...(node.pipe ?? []).slice(1).map((check) => constraint(node.type, check))),
  };
}

function base(node: Node): JsonSchema {
  switch (node.type) {
    case 'strict_object': {
      const entries = Object.entries(node.entries ?? {});
      return {
        type: 'object',
        properties: Object.fromEntries(entries.map(([key, entry]) => [key, convert(entry)])),
        required: entries.filter(([, entry]) => !entry.type.endsWith('optional')).map(([key]) => key),
        additionalProperties: false,
      };
    }
    // Both may be left out: see `required`.
    case 'optional':
      return { ...convert(node.wrapped!), default: node.default };
    case 'exact_optional':
      return convert(node.wrapped!);
    case 'variant':
      return { oneOf: (node.options as readonly Node[]).map(convert) };
    case 'array':
      return { type: 'array', items: convert(node.item!) };
    case 'nullable':
      return { anyOf: [convert(node.wrapped!), { type: 'null' }] };
    case 'picklist':
      return { enum: node.options };
    case 'literal':
      return { const: node.literal };
    case 'string':
    case 'number':
    case 'boolean':
      return { type: node.type };
    default:
      throw new Error(`No JSON Schema is known for "${node.type}"`);
  }
}

function constraint(
  of: string,
  { type, requirement }: { readonly type: string; readonly requirement?: unknown },
): JsonSchema {
  switch (type) {
    case 'integer':
      return { type: 'integer' };
    case 'finite': // All numbers in JSON are.
    case 'transform': // Brings what is written in another way to one form.
    case 'check': // Says more than a JSON Schema can: that a puzzle's text is in its language.
      return {};
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    case 'length':
      return of === 'array'
        ? { minItems: requirement, maxItems: requirement }
        : { minLength: requirement, maxLength: requirement };
    case 'min_length':
      return of === 'array' ? { minItems: requirement } : { minLength: requirement };
    case 'max_length':
      return of === 'array' ? { maxItems: requirement } : { maxLength: requirement };
    default:
      throw new Error(`No JSON Schema is known for the check "${type}"`);
  }
}
