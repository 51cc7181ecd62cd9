import { itemAt } from '#experiment/surely.ts';

export interface BoxedText {
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

const opening = /\\(?:boxed|fbox)\s*(?:\{|(?=[0-9a-zA-Z]))/g;
/** Characters. Longer boxes hold no answer. */
const longestBox = 2000;

/** What may stand between two boxes of one answer: separators, “and”, a name with an equals sign. */
const joint =
  /^[\s$,;.&\\()[\]*]*(?:(?:and|or|\\(?:text|mbox)\s*\{\s*,?\s*(?:and|or)\s*\}|\\q?quad|\\,)[\s$,;.&\\()[\]*]*)*(?:[a-zA-Z](?:_\{?\w\}?)?\s*(?:=|\\in)\s*)?$/;
const longestJoint = 60;
/** The most solutions that one answer may box one by one. */
const mostBoxes = 20;

/**
 * The boxes that hold the answer: the last one, and those right before it with nothing but separators between. A box that
 * is empty or cut off is skipped.
 */
export function lastBoxes(text: string): readonly BoxedText[] {
  const boxes = boxesIn(text).filter(({ content }) => content.trim() !== '');
  let first = boxes.length - 1;
  while (
    first > 0 &&
    boxes.length - first < mostBoxes &&
    joins(text.slice(itemAt(boxes, first - 1).end, itemAt(boxes, first).start))
  )
    first -= 1;
  return boxes.slice(Math.max(0, first));
}

const joins = (between: string): boolean =>
  between.length <= longestJoint && !/\n\s*\n/.test(between) && joint.test(between);

/** Outermost boxes, in one pass over the text. Boxes inside one that was cut off still count. */
function boxesIn(text: string): readonly BoxedText[] {
  const starts = new Map([...text.matchAll(opening)].map((match) => [match.index + match[0].length, match]));
  const boxes: BoxedText[] = [];
  const open: (RegExpExecArray | null)[] = [];
  for (let at = 0; at <= text.length; at++) {
    const match = starts.get(at);
    if (match && !match[0].endsWith('{')) {
      const token = /^[0-9]+(?:\.[0-9]+)?|^[a-zA-Z]/.exec(text.slice(at, at + 40))?.[0] ?? '';
      boxes.push(boxOf(text, match.index, at, at + token.length, at + token.length));
    }
    const character = text[at];
    if (character === '\\') at += starts.has(at + 1) ? 0 : 1;
    else if (character === '{') open.push(starts.get(at + 1) ?? null);
    else if (character === '}') {
      const opened = open.pop();
      if (!opened || at - opened.index > longestBox) continue;
      while ((boxes.at(-1)?.start ?? 0) > opened.index) boxes.pop();
      boxes.push(boxOf(text, opened.index, opened.index + opened[0].length, at, at + 1));
    }
  }
  return boxes;
}

function boxOf(text: string, start: number, from: number, to: number, end: number): BoxedText {
  return {
    content: text.slice(from, to) + (/^\s*\\?%/.test(text.slice(end, end + 6)) ? '\\%' : ''),
    start,
    end,
  };
}
