export interface Box {
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

const opening = /\\(?:boxed|fbox)\s*(?:\{|(?=[0-9a-zA-Z]))/g;
/** A box is an answer, not an essay; the bound also keeps many unclosed ones from costing the square of the length. */
const longestBox = 2000;

/** What may stand between two boxes of one answer: separators, “and”, a name that is given. */
const joint = /^[\s$,;.&\\()[\]*]*(?:(?:and|or|\\(?:text|mbox)\s*\{\s*,?\s*(?:and|or)\s*\}|\\q?quad|\\,)[\s$,;.&\\()[\]*]*)*(?:[a-zA-Z](?:_\{?\w\}?)?\s*(?:=|\\in)\s*)?$/;
const longestJoint = 60;

/**
 * The boxes that are the answer: the last one, and those right before it with nothing but separators between. A text cut
 * off in a box, or an empty one, has an earlier one.
 */
export function lastBoxes(text: string): readonly Box[] {
  const boxes = boxesIn(text).filter(({ content }) => content.trim() !== '');
  let first = boxes.length - 1;
  while (first > 0 && joins(text.slice(boxes[first - 1]!.end, boxes[first]!.start))) first -= 1;
  return boxes.slice(Math.max(0, first));
}

const joins = (between: string): boolean => between.length <= longestJoint && !/\n\s*\n/.test(between) && joint.test(between);

function boxesIn(text: string): readonly Box[] {
  const boxes: Box[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const inside = match.index + match[0].length;
    const braced = match[0].endsWith('{');
    const end = braced ? closing(text, inside) : inside + (/^[0-9]+(?:\.[0-9]+)?|^[a-zA-Z]/.exec(text.slice(inside, inside + 40))?.[0].length ?? 0);
    // An unclosed box, of a completion cut off in it, is passed over: an earlier one may still stand inside it.
    if (end === null || end === inside) continue;
    const percent = /^\s*\\?%/.test(text.slice(braced ? end + 1 : end, end + 6)) ? '\\%' : '';
    boxes.push({ content: text.slice(inside, end) + percent, start: match.index, end: braced ? end + 1 : end });
    opening.lastIndex = braced ? end + 1 : end;
  }
  return boxes;
}

/** Where the brace that opened before `from` closes. */
function closing(text: string, from: number): number | null {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + longestBox); at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}
