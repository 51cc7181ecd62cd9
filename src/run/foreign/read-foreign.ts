import type { ForeignFile } from './foreign.ts';
import { readReasoners } from './reasoners-log.ts';
import { readTreeOfThoughts } from './tree-of-thoughts-log.ts';

/** A file of another program as a run file; null where it is of none that is known. @param tree which of its trees, from 1. */
export function readForeign(content: unknown, tree: number): ForeignFile | null {
  return readTreeOfThoughts(content, tree) ?? readReasoners(content);
}

/** A text, or a word that Python's json writes for a number that JSON has not. */
const textsAndNumbers = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;

/** Parses JSON as Python writes it: what is no number becomes null. Throws SyntaxError. */
export function parsePythonJson(text: string): unknown {
  return JSON.parse(text.replace(textsAndNumbers, (found) => (found.startsWith('"') ? found : 'null')));
}
