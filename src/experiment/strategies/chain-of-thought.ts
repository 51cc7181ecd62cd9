import * as v from 'valibot';
import { effortSchema } from '../effort.ts';
import { sources } from '../sources.ts';
import { factSheet } from './sheet.ts';

/** One trace of thought, then the answer (zero-shot; Kojima et al. 2022, arXiv 2205.11916). */
export const chainOfThoughtSheet = factSheet({
  schema: v.strictObject({ kind: v.literal('chain-of-thought'), effort: effortSchema }),
  source: sources.kojima,
  group: 'one-trace',
  picture: 'traces',
  steps: ['vote', 'choose'],
  main: ['effort', 'temperature'],
  defaults: { effort: 'low' },
  temperature: 0,
  link: { since: 1, name: 'cot', inOrder: ['effort'], temperature: 0 },
});
