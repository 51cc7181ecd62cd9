import { strategySheet, type StrategyKind, type StrategyKnob } from './strategies.ts';
import { verifierSheet, type VerifierKind, type VerifierKnob } from './verifier.ts';

/** How a knob can be set: what a form needs to draw its control. Read from the schema, so that the two cannot differ. */
export type Control =
  | { readonly type: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'text'; readonly maxLength: number; readonly pattern: RegExp }
  | { readonly type: 'verifier' }
  /** Another model, or none. */
  | { readonly type: 'model' };

/** What is read of a schema. */
interface Node {
  readonly type: string;
  readonly options?: readonly string[];
  /** Of a field that may be left out: what it is where it is there. */
  readonly wrapped?: unknown;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/** The control of one field's schema. */
export function controlOf(schema: unknown): Control {
  if (schema === undefined) throw new Error('There is no such knob');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a schema of a sheet; what is read of it is checked by kind
  const { type, options = [], pipe = [], wrapped } = schema as Node;
  const requirement = (check: string): unknown => pipe.find((action) => action.type === check)?.requirement;
  const limit = (check: string): number => {
    const found = requirement(check);
    if (typeof found !== 'number') throw new Error(`A knob needs ${check}`);
    return found;
  };
  switch (type) {
    case 'number':
      return {
        type,
        min: limit('min_value'),
        max: limit('max_value'),
        whole: pipe.some((action) => action.type === 'integer'),
      };
    case 'picklist':
      return { type: 'choice', options };
    case 'string': {
      const pattern = requirement('regex');
      if (!(pattern instanceof RegExp)) throw new Error('A text needs a pattern');
      return { type: 'text', maxLength: limit('max_length'), pattern };
    }
    case 'optional':
      return controlOf(wrapped);
    case 'exact_optional':
      return { type: 'model' };
    case 'variant':
      return { type: 'verifier' };
    default:
      throw new Error(`No control is known for "${type}"`);
  }
}

/** How a strategy's knob can be set. Throws where the strategy has no such knob. */
export function knobControl(kind: StrategyKind, knob: StrategyKnob): Control {
  return controlOf(strategySheet(kind).schema.entries[knob]);
}

/** How a verifier's knob can be set. */
export function verifierKnobControl(kind: VerifierKind, knob: VerifierKnob): Control {
  return controlOf(verifierSheet(kind).schema.entries[knob]);
}

/** What a form offers of a verifier; the model whose value head is read has a choice of its own. */
export function verifierKnobsOf(kind: VerifierKind): readonly VerifierKnob[] {
  const knobs = Object.keys(verifierSheet(kind).schema.entries).filter(
    (key): key is VerifierKnob => key !== 'kind',
  );
  return knobs.filter((knob) => verifierKnobControl(kind, knob).type !== 'model');
}
