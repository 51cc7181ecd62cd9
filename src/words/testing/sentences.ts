import { parseSync, Visitor } from 'oxc-parser';

/** A text in code that a person may read: where it stands and what it says. */
export interface Found {
  readonly line: number;
  readonly text: string;
}

/** Attributes whose text is for people. */
const readable = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
  'label',
]);
/** Attributes and properties whose text is for machines, however many words it has. */
const machine = new Set([
  'className',
  'd',
  'style',
  'viewBox',
  'transform',
  'points',
  'class',
  'href',
  'src',
  'sizes',
  'media',
]);

/** Two words with a space between them, or a capitalised word: no name of a class, an event or a key. */
const sentence = /\p{L}{2,}[,:;.?!…’”)]* [\p{L}“(]\p{L}*/u;
/** Functions of CSS, whatever words they take. */
const css = /^(linear-gradient|repeating-linear-gradient|calc)\(/;
const word = /\p{L}{2,}/u;

/**
 * The sentences that a file of TypeScript holds: text between JSX tags, in readable attributes, and strings of several
 * words anywhere but in what throws a programmer's error (`new Error`), which nobody is to meet.
 */
export function sentencesIn(file: string, source: string): readonly Found[] {
  const { program } = parseSync(file, source);
  const found: Found[] = [];
  const aside: (readonly [number, number])[] = [];
  const texts: { readonly start: number; readonly text: string; readonly sure: boolean }[] = [];
  const ignore = ({ start, end }: { readonly start: number; readonly end: number }) =>
    void aside.push([start, end]);
  const visitor = new Visitor({
    ImportDeclaration: ignore,
    ExportNamedDeclaration: (node) => node.source && ignore(node.source),
    NewExpression: (node) => {
      if (
        node.callee.type === 'Identifier' &&
        /^(Error|TypeError|RangeError|DOMException|Unread|Misread|URL)$/.test(node.callee.name)
      )
        ignore(node);
    },
    CallExpression: (node) => {
      const { callee } = node;
      const name =
        callee.type === 'Identifier'
          ? callee.name
          : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
            ? callee.property.name
            : '';
      if (/^(matchMedia|useMedia|querySelector(All)?|closest)$/.test(name)) ignore(node);
    },
    JSXAttribute: (node) => {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
      if (machine.has(name)) return ignore(node);
      const { value } = node;
      if (
        readable.has(name) &&
        value?.type === 'Literal' &&
        typeof value.value === 'string' &&
        word.test(value.value)
      )
        texts.push({ start: value.start, text: value.value, sure: true });
    },
    Property: (node) => {
      if (node.key.type === 'Identifier' && machine.has(node.key.name)) ignore(node.value);
    },
    // What is marked as not for translation is data: a command, a name.
    JSXElement: ({ openingElement, children }) => {
      const kept = openingElement.attributes.some(
        (one) =>
          one.type === 'JSXAttribute' &&
          one.name.name === 'translate' &&
          one.value?.type === 'Literal' &&
          one.value.value === 'no',
      );
      if (kept) for (const child of children) if (child.type === 'JSXText') ignore(child);
    },
    JSXText: (node) =>
      void (word.test(node.value) && texts.push({ start: node.start, text: node.value.trim(), sure: true })),
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push({ start: node.start, text: node.value, sure: false });
    },
    TemplateLiteral: (node) => {
      texts.push({
        start: node.start,
        text: node.quasis.map((quasi) => quasi.value.cooked ?? '').join('…'),
        sure: false,
      });
    },
    TSLiteralType: ignore,
  });
  visitor.visit(program);
  for (const { start, text, sure } of texts) {
    if (aside.some(([from, to]) => start >= from && start < to)) continue;
    if (!sure && (!sentence.test(text) || css.test(text))) continue;
    if (found.some((one) => one.text === text && one.line === lineOf(source, start))) continue;
    found.push({ line: lineOf(source, start), text });
  }
  return found;
}

function lineOf(source: string, start: number): number {
  return source.slice(0, start).split('\n').length;
}
