import { lookUp } from '#experiment/keys-of.ts';
import { itemAt } from '#experiment/surely.ts';
import { integer, rationalText } from '../rational.ts';
import { clean, longestAnswer, shownText } from './clean.ts';
import { StepBudget } from './step-budget.ts';
import { numberOf } from './fingerprint.ts';
import { hashText } from './hash.ts';
import { keyOf, type Context } from './key.ts';
import { parse } from './parse.ts';
import { plainWords } from './plain-words.ts';
import { lastSide, type Tree } from './tree.ts';
import { functions, greekLetters, isWord, numberWords } from './words.ts';

/** An answer that was read from a text. */
export interface Reading {
  /** The same for equal answers. */
  readonly key: string;
  /** For display. */
  readonly display: string;
  /** Null if the text could not be parsed; the key is then the text itself. */
  readonly tree: Tree | null;
}

/** What a question's text says about its answers. */
export interface QuestionHints extends Context {
  /** The question itself; empty if not known. */
  readonly text: string;
  /** It is multiple choice, with lettered options. */
  readonly letters: boolean;
  /** Shared by all texts that are read in one reply. */
  readonly budget: StepBudget;
}

export function hintsFrom(question: string): QuestionHints {
  return {
    text: question,
    // A number with a percent sign, such as 20 %, is given and not asked for.
    percent: /(?<![0-9]\s?\\?)(?:\bper ?cent|%)/i.test(question),
    budget: new StepBudget(1000),
    letters: /(?:^|[\s({*])A\s*[).:}][\s\S]{1,400}?(?:^|[\s({*])B\s*[).:}]/m.test(question),
  };
}

/** Reads a text that is an answer and nothing else. Null if no letter or digit is left after cleaning. */
export function readMaths(text: string, hints: QuestionHints): Reading | null {
  if (text.length > longestAnswer)
    return { key: `text: ${hashText(text)}`, display: `${text.slice(0, 80)}…`, tree: null };
  const bare = clean(text);
  const display = shownText(text) || bare;
  if (!/[\p{L}\p{N}∞∅]|^\\\{\s*\\\}$/u.test(bare)) return null;
  const letter = letterOf(bare, hints);
  if (letter) return { key: `words: ${letter.toLowerCase()}`, display: letter, tree: null };
  const time = timeOf(bare);
  if (time) return { key: `time ${time}`, display, tree: null };
  const tree = treeOf(bare);
  const key = tree && keyOf(tree, hints, new StepBudget(undefined, hints.budget));
  if (!tree || !key) return { key: textKey(bare), display, tree: null };
  const number = plainNumber(tree, hints);
  return { key, display: number ?? display, tree };
}

const money = /^[-−+]?\s*\\?\$/;
const amounts: ReadonlySet<Tree['kind']> = new Set(['number', 'negation', 'sum', 'product', 'quotient']);

function treeOf(bare: string): Tree | null {
  const word = bare
    .replace(/^\\(?:text|textbf|textrm|mathrm|mbox)\s*\{([^{}]*)\}$/, '$1')
    .trim()
    .toLowerCase();
  const spelt = lookUp(numberWords, word);
  if (spelt !== undefined) return { kind: 'number', value: integer(spelt) };
  const tree = realsExcept(bare) ?? numeralOf(bare) ?? lettersOf(bare) ?? proseOf(bare) ?? parse(bare);
  return tree && money.test(bare) && amounts.has(tree.kind)
    ? { kind: 'measured', of: tree, unit: 'dollar', percent: false }
    : tree;
}

/** All real numbers except 3. */
function realsExcept(bare: string): Tree | null {
  const found = /^(?:all )?(?:real numbers|reals) except (?:for )?(?:[a-z] ?= ?)?(.+)$/i.exec(
    bare
      .replace(/\\(?:text|mathrm|mbox)\s*\{([^{}]*)\}/g, '$1')
      .replace(/\$/g, '')
      .replace(/\s+/g, ' '),
  );
  const right = found && parse(itemAt(found, 1));
  return right && { kind: 'sets', operator: '∖', left: { kind: 'constant', name: 'ℝ' }, right };
}

/** A numeral with letters for digits, or in brackets: A1_{16}, (1011)_2. */
function numeralOf(bare: string): Tree | null {
  const plain = bare.replace(/\\(?:text|mathrm)\s*\{([^{}]*)\}/g, '$1').replace(/\\left|\\right|\s/g, '');
  const found =
    /^([0-9A-Z]+)_\{?([0-9]{1,2})\}?$/.exec(plain) ?? /^\(([0-9A-Z]+)\)_\{?([0-9]{1,2})\}?$/.exec(plain);
  if (!found) return null;
  const [, digits = '', base = ''] = found;
  return /[0-9]/.test(digits) || (Number(base) > 10 && digits.length > 1)
    ? { kind: 'numeral', digits, base }
    : null;
}

/** The value of a number for display, however it was written; null for other answers. */
function plainNumber(tree: Tree, hints: QuestionHints): string | null {
  if (tree.kind === 'measured') {
    const of = plainNumber(tree.of, hints);
    if (of === null || !tree.percent) return of;
    return `${of}%`;
  }
  if (
    tree.kind === 'relation' &&
    tree.rest.every(({ operator }) => operator === '=') &&
    (tree.first.kind === 'name' || tree.rest.length > 1)
  )
    return plainNumber(lastSide(tree), hints);
  const simple =
    tree.kind === 'number' ||
    tree.kind === 'quotient' ||
    tree.kind === 'negation' ||
    tree.kind === 'sum' ||
    tree.kind === 'product' ||
    tree.kind === 'degrees';
  const value = simple ? numberOf(tree) : null;
  return value && rationalText(value);
}

/** The letter of a multiple-choice answer: alone, in brackets, or with its text if the question offers letters. */
function letterOf(bare: string, { letters }: QuestionHints): string | null {
  const plain = bare
    .replace(/\\(?:text|textbf|textrm|mathrm|mbox|bf)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\mathbf\s*\{(\(?[A-Z]\)?)\}/g, '$1')
    .replace(/\\[ ,;!]|[{}~*]/g, ' ')
    .trim();
  const alone =
    /^(?:\(\s*)?([A-Z])(?:\s*\))?[.:]?$/.exec(plain) ??
    (letters ? /^\(?\s*([a-j])\s*\)?[.:]?$/ : /^\(([a-e])\)$/).exec(plain) ??
    /^(?:option|choice|answer)\s*\(?([A-Z])\)?$/i.exec(plain);
  if (alone) return itemAt(alone, 1).toUpperCase();
  const first = letters ? /^(?:option |choice )?(?:\(([A-J])\)|([A-J])\s?[.):])(?:\s|$)/.exec(plain) : null;
  return first?.[1] ?? first?.[2] ?? null;
}

/** 3:30 p.m. as `3:30 pm`. */
function timeOf(bare: string): string | null {
  const plain = bare.replace(/\\(?:text|mathrm|mbox)\s*\{([^{}]*)\}/g, '$1').replace(/\\[ ,;!]|~/g, ' ');
  const found = /^([0-9]{1,2})(?::([0-9]{2}))?\s*([ap])\.?\s?m\.?$/i.exec(plain.trim());
  return found && `${Number(found[1])}:${found[2] ?? '00'} ${itemAt(found, 3).toLowerCase()}m`;
}

/** Several choices, `A, B and D`, in any order. */
function lettersOf(bare: string): Tree | null {
  const plain = bare
    .replace(/\\(?:text|textbf|textrm|mathrm|mathbf|mbox)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\[ ,;!]|~/g, ' ')
    .trim();
  if (
    !/^(?:\([A-Z]\)|[A-Z])(?:\s*(?:,\s*(?:and\s|or\s)?|\\?&|\sand\s|\sor\s)\s*(?:\([A-Z]\)|[A-Z]))+$/.test(
      plain,
    )
  )
    return null;
  return {
    kind: 'list',
    set: false,
    items: (plain.match(/[A-Z]/g) ?? []).map((text): Tree => ({ kind: 'words', text })),
  };
}

/** An answer, or a list of answers, in nothing but words. */
function proseOf(written: string): Tree | null {
  const bare = written.replace(/^\\(?:text|textbf|textrm|mathrm|mbox)\s*\{([^{}]*)\}$/, '$1').trim();
  if (!/^[\p{L}\s,.;:'’"()-]+$/u.test(bare) || /[ℝℤℕℚℂπ]/.test(bare)) return null;
  const runs = bare.match(/\p{L}+/gu) ?? [];
  const isMaths = (run: string): boolean =>
    Object.hasOwn(functions, run) || greekLetters.has(run) || /^(?:pi|infinity|inf|and|or|i|e)$/i.test(run);
  if (
    !runs.some((run) => !isMaths(run) && isWord(run)) &&
    !/^[A-Z]{2,}$/.test(bare) &&
    !/^(?=.*[IVX]{2})[IVX]+(?:(?:,|,? and|,? or)\s*[IVX]+)*$/.test(bare)
  )
    return null;
  const items = bare
    .split(/\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/)
    .filter((item) => /\p{L}/u.test(item))
    .map((text): Tree => ({ kind: 'words', text }));
  return items.length === 1 ? itemAt(items, 0) : { kind: 'list', set: false, items };
}

/** The key of a text that is not mathematics. Brackets and signs stay; case matters unless it reads as words. */
function textKey(bare: string): string {
  const plain = bare
    .replace(/\\(?:left|right|displaystyle|,|;|!|:|quad|qquad)(?![a-zA-Z])/g, ' ')
    .replace(/\\(?:text|textbf|textit|textrm|mathrm|mbox)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\[dt]frac/g, '\\frac')
    .replace(/\$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const worded = /^[\p{L}\p{N}\s,.;:'’"%-]+$/u.test(plain) && /\p{L}{3}/u.test(plain);
  const kept = worded ? plainWords(plain) : plain.replace(/ (?=[^\p{L}\p{N}])|(?<=[^\p{L}\p{N}]) /gu, '');
  return `${worded ? 'words' : 'text'}: ${kept.length > 200 ? hashText(kept) : kept}`;
}
