import * as v from 'valibot';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { type Problem, problemSchema, questionLimits } from '#experiment/problem.ts';
import type { NodeId } from '../search-events.ts';
import { runFileFormat, runFileVersion } from '../run-file.ts';
import { type ForeignFile, foreignDamaged, foreignTooBig } from './foreign.ts';
import { cutTo, foreignLimits, ForeignTree } from './tree-log.ts';

/**
 * Logs of Tree of Thoughts' authors (Yao et al. 2023, arXiv 2305.10601; github.com/princeton-nlp/tree-of-thought-llm,
 * `logs/game24/…_propose…_value…_greedy….json`): a list of problems, each with the steps of a breadth-first search. A step has
 * the texts it went on from (`ys`), those it made of them (`new_ys`), a value for each, and those it kept (`select_new_ys`). The
 * last ones are its outputs, with `r` 1 where they are right.
 */
const stepSchema = v.looseObject({
  x: v.string(),
  ys: v.array(v.string()),
  new_ys: v.array(v.string()),
  values: v.array(v.nullable(v.pipe(v.number(), v.finite()))),
  select_new_ys: v.array(v.string()),
});
type LoggedStep = v.InferOutput<typeof stepSchema>;

const treeSchema = v.looseObject({
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(foreignLimits.depth)),
  ys: v.optional(v.array(v.string()), []),
  infos: v.optional(v.array(v.looseObject({ r: v.optional(v.nullable(v.number())) })), []),
  /** In the place of `infos` in older logs. */
  accs: v.optional(v.array(v.unknown()), []),
});
type LoggedSearch = v.InferOutput<typeof treeSchema>;

/** What such logs are known by. */
const marks = v.looseObject({ ys: v.array(v.unknown()) });
const furtherMarks = ['steps', 'infos', 'accs'] as const;

/** Null where it is no such log. @param tree which of its trees, from 1. */
export function readTreeOfThoughts(content: unknown, tree: number): ForeignFile | null {
  const list: readonly unknown[] = Array.isArray(content) ? content : [content];
  const [first] = list;
  if (!v.is(marks, first) || !furtherMarks.some((mark) => Array.isArray(first[mark]))) return null;
  // Sampled one by one, without a search.
  if (!('steps' in first)) return { ok: false, failure: { code: 'file-without-tree' } };
  if (list.length > foreignLimits.trees) return foreignTooBig;
  const read = v.safeParse(v.array(treeSchema), list, { abortEarly: true });
  if (!read.success) return foreignDamaged(v.getDotPath(read.issues[0]) ?? '');
  const at = Math.min(Math.max(1, tree), list.length);
  const search = read.output[at - 1];
  if (!search) return foreignDamaged('');
  const built = treeOf(search, { tool: 'tree-of-thought-llm', tree: at, of: list.length }, `${at - 1}`);
  if (!(built instanceof ForeignTree)) return built;
  return {
    ok: true,
    file: {
      format: runFileFormat,
      version: runFileVersion,
      experiment: nearestOf(search),
      entries: built.entries(),
    },
    titles: read.output.map((one) => {
      const right = outputsRight(one);
      return {
        text: cutTo(one.steps[0]?.x ?? '', 100),
        right: right.every((each) => each === null)
          ? null
          : { count: right.filter(Boolean).length, of: right.length },
      };
    }),
  };
}

/** The same problem, as this page would search on. */
function nearestOf({ steps }: LoggedSearch): Experiment {
  const problem = problemOf(steps[0]?.x ?? '');
  return { ...defaultExperiment(problem.family, 'tree-of-thoughts'), problem };
}

/** Four numbers are a game of 24; all else is a question. */
function problemOf(x: string): Problem {
  const numbers = /^\s*\d+(?:\s+\d+){3}\s*$/.test(x) ? x.trim().split(/\s+/).map(Number) : [];
  const game = v.safeParse(problemSchema, { family: 'countdown', numbers, target: 24 });
  if (game.success) return game.output;
  const text = cutTo(x.trim(), questionLimits.text);
  return { family: 'question', text: text === '' ? '?' : text };
}

/** @param at where the problem stands in the file. */
function treeOf(
  search: LoggedSearch,
  elsewhere: ConstructorParameters<typeof ForeignTree>[1],
  at: string,
): ForeignTree | ForeignFile {
  const { steps } = search;
  const right = outputsRight(search);
  const tree = new ForeignTree(
    nearestOf(search),
    elsewhere,
    steps.flatMap(({ values }) => values),
  );
  /** The node of each text that a step may go on from. */
  let open: ReadonlyMap<string, NodeId> = new Map([['', 0]]);
  for (const [number, step] of steps.entries()) {
    const place = `${at}.steps.${number}`;
    const { new_ys: made, values } = step;
    if (values.length !== made.length) return foreignDamaged(`${place}.values`);
    if (tree.size + made.length > foreignLimits.nodes) return foreignTooBig;
    const kept = keptOf(step);
    if (kept === null) return foreignDamaged(`${place}.select_new_ys`);
    const ends = number === steps.length - 1 ? new Set(kept) : null;
    const parents = made.map((text) => parentOf(text, step.ys, open));
    const grown: Parameters<ForeignTree['grow']>[0][number][] = [];
    for (const [index, found] of parents.entries()) {
      if (!found) return foreignDamaged(`${place}.new_ys.${index}`);
      grown.push({
        parent: found.node,
        text: (made[index] ?? '').slice(found.length).trim(),
        end: ends?.has(index) ? 'terminal' : 'open',
      });
    }
    const nodes = tree.grow(grown);
    tree.number(
      nodes.map((node, index) => {
        const main = values[index] ?? null;
        return { node, main, values: [{ name: 'values', value: main }] };
      }),
    );
    const keptNodes = new Set(kept);
    tree.keep(
      number + 1,
      kept.flatMap((index) => nodes[index] ?? []),
      nodes.filter((_, index) => !keptNodes.has(index)),
    );
    const next = new Map<string, NodeId>();
    for (const index of kept) {
      const [text, node] = [made[index], nodes[index]];
      if (text !== undefined && node !== undefined && !next.has(text)) next.set(text, node);
    }
    if (ends)
      for (const [rank, index] of kept.entries()) {
        const node = nodes[index];
        if (node !== undefined) tree.answer(node, lastLine(made[index] ?? ''), right[rank] ?? null);
      }
    open = next;
  }
  return tree;
}

/** The texts that were kept, by their places among those that were made; a text that was made twice may be kept twice. Null where one was not made. */
function keptOf({ new_ys: made, select_new_ys: kept }: LoggedStep): readonly number[] | null {
  const places = new Map<string, number[]>();
  for (const [index, text] of made.entries()) {
    const list = places.get(text);
    if (list) list.push(index);
    else places.set(text, [index]);
  }
  const found: number[] = [];
  for (const text of kept) {
    const index = places.get(text)?.shift();
    if (index === undefined) return null;
    found.push(index);
  }
  return found;
}

/** The longest text that the step went on from and that this one begins with. */
function parentOf(
  text: string,
  from: readonly string[],
  open: ReadonlyMap<string, NodeId>,
): { readonly node: NodeId; readonly length: number } | null {
  let best: { readonly node: NodeId; readonly length: number } | null = null;
  for (const begin of from) {
    const node = open.get(begin);
    if (node !== undefined && text.startsWith(begin) && (best === null || begin.length > best.length))
      best = { node, length: begin.length };
  }
  return best;
}

/** Of each output, whether the log calls it right; null where it does not say. Other tasks than the game have other measures. */
function outputsRight(search: LoggedSearch): readonly (boolean | null)[] {
  const { ys, infos, accs } = search;
  const isGame = nearestOf(search).problem.family === 'countdown';
  return ys.map((_, rank) => {
    const said = infos[rank]?.r ?? accs[rank] ?? null;
    return isGame && (typeof said === 'number' || typeof said === 'boolean') ? Number(said) === 1 : null;
  });
}

/** As its authors read an output. */
const lastLine = (text: string): string =>
  (text.trim().split('\n').at(-1) ?? '').replace(/^\s*answer:\s*/i, '');
