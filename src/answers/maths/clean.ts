/** Longer texts are no answers: they stand for themselves. */
export const longestAnswer = 1000;

const wrappers = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['**', '**'],
  ['__', '__'],
  ['`', '`'],
  ['"', '"'],
  ['“', '”'],
  ['*', '*'],
] as const;

/** Without what surrounds an answer in Markdown, LaTeX and sentences, and with one spelling for what has several. */
export function clean(text: string): string {
  let bare = text
    .slice(0, longestAnswer)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\\(?:hspace|vspace|phantom|label|tag|color)\*?\s*\{[^{}]*\}/g, ' ')
    .replace(/\{([-+−])\}/g, '$1')
    // 1.5 x 10^3 is typed for 1.5 × 10³.
    .replace(/(?<=[0-9] ?)x(?= ?10 ?\^)/g, '*')
    .replace(/\{([^{}]*)\\over(?![a-z])([^{}]*)\}/g, '\\frac{$1}{$2}')
    .replace(/\{([^{}]*)\\choose(?![a-z])([^{}]*)\}/g, '\\binom{$1}{$2}')
    // \frac{1}2 and its kin: a digit by itself is an argument too.
    .replace(/(\\[dtc]?frac\s*\{[^{}]*\})\s*([0-9])/g, '$1{$2}')
    .replace(/(\\[dtc]?frac\s*[0-9])\s*(?=\\)/g, '$1 ')
    .trim();
  for (let layers = 0; layers < 6; layers++) {
    const inner = peeled(bare);
    if (inner === bare) break;
    bare = inner;
  }
  bare = unaligned(bare);
  // Signs of alignment, outside of any table and before or after an equals sign; elsewhere one parts what it stands between.
  if (!bare.includes('\\begin'))
    bare = bare
      .replace(/^&|(?<!\\)&(?=\s*(?:[=<>≤≥≈]|\\(?:le|ge|lt|gt|approx|ne)))|(?<=[=<>≤≥≈]\s*)&/g, ' ')
      .replace(/\\\\\s*$/, '');
  // 3 to 2 is said for 3:2.
  bare = bare
    .trim()
    .replace(/^([0-9.]+)\s*(?:\\(?:text|textbf|textrm|mathrm|mbox)\s*\{ ?to ?\}|to)\s*([0-9.]+)$/, '$1:$2');
  return wholeNumbers(bare.replace(/^(?:minus|negative)\s+(?=[0-9$])/i, '-'));
}

const aligned = /^\\begin\{(aligned|align\*?|split|gathered|gather\*?|alignedat)\}([\s\S]*)\\end\{\1\}$/;

/** Lines one below another as one: those that go on with an equals sign go on, others stand beside each other. */
function unaligned(bare: string): string {
  const lines = aligned
    .exec(bare)?.[2]
    ?.split('\\\\')
    .map((line) => line.replace(/(?<!\\)&/g, ' ').trim())
    .filter((line) => line !== '');
  return (
    lines?.reduce(
      (joined, line) => joined + (joined === '' ? '' : /^(?:=|\\approx)/.test(line) ? ' ' : ', ') + line,
      '',
    ) ?? bare
  );
}

const isWhole =
  /([a-zA-Z])\s?(?:(?:\\in|∈)\s?(?:\\mathbb\s?\{?\s?Z\s?\}?|ℤ)|(?:\\text\s?\{)?\s?is (?:an|any) integer\}?)\$?[). ]{0,3}$/;
const leadsTo =
  /[,( ]{0,3}(?:\\q?quad|\\[ ,;]){0,2}[( ]{0,2}(?:(?:\\text\s?\{)?[,( ]{0,2}(?:where|for|with)(?: (?:all|any|some|every))?(?: integers?)?\s?\}?)?\s?\$?$/;

/** “…, where k is an integer” as a condition behind a comma. */
function wholeNumbers(bare: string): string {
  const found = isWhole.exec(bare);
  const said = found ? bare.slice(0, found.index).replace(leadsTo, '') : '';
  return found && said !== '' ? `${said}, ${found[1]} \\in \\mathbb{Z}` : bare;
}

function peeled(text: string): string {
  const box = /^\\(?:boxed|fbox|displaystyle)\s*(?=\{)/.exec(text);
  if (box && closes(text, box[0].length)) return text.slice(box[0].length + 1, -1).trim();
  const worded = /^\\(?:text|mbox|textbf|textrm|mathrm|mathbf)\s*(?=\{)/.exec(text);
  if (worded && closes(text, worded[0].length) && /[0-9]/.test(text))
    return text.slice(worded[0].length + 1, -1).trim();
  if (text.startsWith('{') && closes(text, 0) && !text.includes(',')) return text.slice(1, -1).trim();
  for (const [open, close] of wrappers) {
    if (text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close)) {
      const inner = text.slice(open.length, -close.length);
      if (!inner.includes(open) && !inner.endsWith('\\')) return inner.trim();
    }
  }
  return text
    .replace(/(?:(?<!\.)[.,;:]|\\[,;! ])$/, '')
    .replace(/^\\[,;! ]/, '')
    .trim();
}

/** Whether the brace that opens at a place closes at the text's end. */
function closes(text: string, at: number): boolean {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '{') depth += 1;
    else if (text[i] === '}') depth -= 1;
    if (depth === 0) return i === text.length - 1;
  }
  return false;
}

/** For people: without LaTeX’s wrapping, on one line. */
export function shownText(text: string): string {
  return clean(text)
    .replace(/\\(?:left|right|displaystyle)(?![a-zA-Z])/g, '')
    .replace(/\\[,;!:]/g, ' ')
    .replace(/\\(?:text|textbf|textit|textrm|mathrm|mbox|boxed|operatorname)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\$/g, ' ')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<![a-zA-Z]{2})\s+([,;)])/g, '$1')
    .replace(/[.:,; ]+$/, '')
    .trim();
}
