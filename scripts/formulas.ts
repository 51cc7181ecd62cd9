import temml from 'temml';
import type { Plugin } from 'vite';
import type { FormulaNode } from '#learn/formulas/formula.ts';

/** What the page keeps of Temml's attributes. The page's content policy refuses styles; of Temml's classes it keeps where cells are aligned. */
const kept = new Set([
  'accent',
  'columnalign',
  'display',
  'displaystyle',
  'fence',
  'form',
  'linethickness',
  'lspace',
  'mathvariant',
  'maxsize',
  'minsize',
  'movablelimits',
  'rspace',
  'scriptlevel',
  'separator',
  'stretchy',
  'symmetric',
  'width',
]);

/** Text that stands for a slot or a word: no letter that TeX knows. */
const slot = /^‹(\w+)›$/;
const word = /^«(\w+)»$/;
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
const plain = (text: string): string => text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);

/** TeX as MathML elements. Throws where it cannot be read. */
export function typeset(tex: string): FormulaNode {
  const mathml = temml.renderToString(tex.trim(), {
    displayMode: true,
    throwOnError: true,
    macros: { '\\slot': '\\text{‹#1›}', '\\word': '\\text{«#1»}' },
  });
  const pieces = mathml.matchAll(/<(\/?)(\w+)([^>]*?)(\/?)>|([^<]+)/g);
  const open: { name: string; attributes: Record<string, string>; parts: FormulaNode[] }[] = [
    { name: '', attributes: {}, parts: [] },
  ];
  for (const [, closing, name, attributes, closed, text] of pieces) {
    if (text !== undefined) open.at(-1)?.parts.push(plain(text));
    else if (closing !== '/' && name !== undefined) {
      open.push({ name, attributes: attributesOf(attributes ?? ''), parts: [] });
      if (closed === '/') close(open);
    } else close(open);
  }
  const [math] = open[0]?.parts ?? [];
  if (open.length !== 1 || math === undefined) throw new Error(`Not one formula: ${tex}`);
  return math;
}

function close(open: { name: string; attributes: Record<string, string>; parts: FormulaNode[] }[]): void {
  const done = open.pop();
  if (!done) return;
  const [only] = done.parts;
  const text = done.parts.length === 1 && typeof only === 'string' ? only : '';
  const [, named] = slot.exec(text) ?? [];
  const [, spoken] = word.exec(text) ?? [];
  open
    .at(-1)
    ?.parts.push(named !== undefined ? { slot: named } : spoken !== undefined ? { word: spoken } : done);
}

function attributesOf(text: string): Record<string, string> {
  const all = [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const [, side] = /class="tml-(left|right)"/.exec(text) ?? [];
  const aligned = side === undefined ? {} : { columnalign: side };
  return { ...Object.fromEntries(all.filter(([name]) => kept.has(name))), ...aligned };
}

/** Vite plugin: `import { formula } from './x.tex'` is the formula typeset, so that nothing of TeX is left in the page. */
export function formulas(): Plugin {
  return {
    name: 'formulas',
    transform(code, id) {
      if (!id.endsWith('.tex')) return null;
      return { code: `export const formula = ${JSON.stringify(typeset(code))};`, map: null };
    },
  };
}
