/** Characters. Longer texts are not parsed: their key is the text itself. */
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

/** Strips Markdown, LaTeX and sentence wrapping around an answer, and maps alternative spellings to one. */
export function clean(text: string): string {
  let bare = text
    .slice(0, longestAnswer)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\\(?:hspace|vspace|phantom|label|tag|color)\*?\s*\{[^{}]*\}/g, ' ')
    .replace(/\{([-+−])\}/g, '$1')
    // 1.5 x 10^3 means 1.5 × 10³.
    .replace(/(?<=[0-9] ?)x(?= ?10 ?\^)/g, '*')
    .replace(/\{([^{}]*)\\over(?![a-z])([^{}]*)\}/g, '\\frac{$1}{$2}')
    .replace(/\{([^{}]*)\\choose(?![a-z])([^{}]*)\}/g, '\\binom{$1}{$2}')
    // \frac{1}2 and similar: a single digit is an argument too.
    .replace(/(\\[dtc]?frac\s*\{[^{}]*\})\s*([0-9])/g, '$1{$2}')
    .replace(/(\\[dtc]?frac\s*[0-9])\s*(?=\\)/g, '$1 ')
    .trim();
  for (let layers = 0; layers < 6; layers++) {
    const inner = peeled(bare);
    if (inner === bare) break;
    bare = inner;
  }
  bare = unaligned(bare);
  // An & outside a table aligns equations if it is next to an equals sign; elsewhere it separates two things.
  if (!bare.includes('\\begin'))
    bare = bare
      .replace(/^&|(?<!\\)&(?=\s*(?:[=<>≤≥≈]|\\(?:le|ge|lt|gt|approx|ne)))|(?<=[=<>≤≥≈]\s*)&/g, ' ')
      .replace(/\\\\\s*$/, '');
  // "3 to 2" means 3:2.
  bare = bare
    .trim()
    .replace(/^([0-9.]+)\s*(?:\\(?:text|textbf|textrm|mathrm|mbox)\s*\{ ?to ?\}|to)\s*([0-9.]+)$/, '$1:$2');
  return wholeNumbers(bare.replace(/^(?:minus|negative)\s+(?=[0-9$])/i, '-'));
}

const aligned = /^\\begin\{(aligned|align\*?|split|gathered|gather\*?|alignedat)\}([\s\S]*)\\end\{\1\}$/;

/** Joins aligned lines into one: a line that begins with an equals sign continues the last one, others become list items. */
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

/** Turns “…, where k is an integer” into a condition after a comma. */
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

/** True if the brace that opens at `at` closes at the end of the text. */
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

/** For display: without LaTeX wrapping, on one line. */
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
