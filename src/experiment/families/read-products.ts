import { narrow } from './sheet.ts';

/** A product that is added or subtracted, of numbers of any size. */
export interface TypedProduct {
  readonly sign: '+' | '-';
  readonly left: number;
  readonly right: number;
}

/** Characters and products that anybody types. */
const longest = { text: 1000, products: 100 } as const;

const number = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,15})`;
/** A sign, then a product, in brackets or not. */
const next = new RegExp(
  String.raw`\s*([+-]?)\s*(?:\(\s*${number}\s*\*\s*${number}\s*\)|${number}\s*\*\s*${number})\s*`,
  'y',
);

/**
 * A sum of products as it is typed or shown: `47*6+38*4`, `47 × 6 + 38 × 4 = ?`, `47 \times 6`. Null for any other text. Signs
 * of every keyboard count, and a result that is written behind is left out.
 */
export function readProducts(text: string): TypedProduct[] | null {
  if (text.length > longest.text) return null;
  const sum = plain(text);
  const products: TypedProduct[] = [];
  next.lastIndex = 0;
  while (next.lastIndex < sum.length && products.length < longest.products) {
    const found = next.exec(sum);
    if (!found) return null;
    const [, sign, ...factors] = found;
    if (products.length > 0 && sign === '') return null;
    const [left, right] = factors.flatMap((factor) =>
      factor === undefined ? [] : [Number(factor.replaceAll(',', ''))],
    );
    if (left === undefined || right === undefined) return null;
    products.push({ sign: sign === '-' ? '-' : '+', left, right });
  }
  return products.length > 0 ? products : null;
}

/** With `*`, `-` and round brackets, without LaTeX and the result. */
function plain(text: string): string {
  return narrow(text)
    .replace(/\\(?:times|cdot|ast)(?![a-z])/gi, '*')
    .replace(/\\(?:left|right|displaystyle|quad)(?![a-z])|\\[,;:! ]|\$/gi, ' ')
    .replace(/[×·⋅∗]/g, '*')
    .replace(/(?<=\d\s*)x(?=\s*\d)/gi, '*')
    .replace(/[−–]/g, '-')
    .replace(/[[{]/g, '(')
    .replace(/[\]}]/g, ')')
    .replace(/=\s*(?:\?|\d+)?\s*$/, '')
    .trim();
}
