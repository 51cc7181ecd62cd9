import { parseSync, Visitor } from 'oxc-parser';

/** Names of classes that a style sheet has, and those of the page's global ones that it refers to as `:global(.name)`. */
export function classesOf(css: string): {
  readonly own: ReadonlySet<string>;
  readonly global: ReadonlySet<string>;
} {
  const own = new Set<string>();
  const global = new Set<string>();
  const plain = css.replace(/\/\*.*?\*\//gs, '').replace(/(['"]).*?\1/g, '');
  for (const [, selector = ''] of plain.matchAll(/([^{};]+)\{/g)) {
    if (selector.trim().startsWith('@')) continue;
    const local = selector.replace(/:global\(([^()]*)\)/g, (_, inner: string) => {
      for (const [, name = ''] of inner.matchAll(/\.([\w-]+)/g)) global.add(name);
      return '';
    });
    for (const [, name = ''] of local.matchAll(/\.([a-zA-Z][\w-]*)/g)) own.add(name);
  }
  return { own, global };
}

/** As code names it: `run-words` is `styles.runWords`. */
export function inCode(name: string): string {
  return name.replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What a file of code takes from style sheets. */
export interface StylesUsed {
  /** By the path it is imported from: the names that are taken, as code names them. */
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names written as text: classes of the global sheets. */
  readonly global: ReadonlySet<string>;
  /** Where a module's class is taken by a computed name, which cannot be checked. */
  readonly computed: readonly string[];
}

/** Reads `styles.name`, `className="…"`, `classes('…')`, D3's `.attr('class', '…')` and selectors in code. */
export function stylesIn(file: string, source: string): StylesUsed {
  const { program } = parseSync(file, source);
  const modules = new Map<string, Set<string>>();
  const byName = new Map<string, Set<string>>();
  const computed: string[] = [];
  const selected: string[] = [];
  const places: (readonly [from: number, to: number])[] = [];
  const texts: { readonly start: number; readonly text: string }[] = [];
  const visitor = new Visitor({
    ImportDeclaration: (node) => {
      if (!node.source.value.endsWith('.module.css')) return;
      const names = new Set<string>();
      modules.set(node.source.value, names);
      for (const { local } of node.specifiers) byName.set(local.name, names);
    },
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier') return;
      const names = byName.get(node.object.name);
      if (!names) return;
      if (!node.computed && node.property.type === 'Identifier') names.add(node.property.name);
      else computed.push(source.slice(node.start, node.end));
    },
    JSXAttribute: (node) => {
      if (node.name.type === 'JSXIdentifier' && node.name.name === 'className' && node.value)
        places.push([node.value.start, node.value.end]);
    },
    CallExpression: (node) => {
      const method = node.callee.type === 'MemberExpression' && node.callee.property;
      if (
        method &&
        method.type === 'Identifier' &&
        /^(select(All)?|closest|querySelector(All)?)$/.test(method.name) &&
        node.arguments[0]?.type === 'Literal'
      )
        for (const [, name = ''] of String(node.arguments[0].value).matchAll(/\.([a-zA-Z][\w-]*)/g))
          selected.push(name);
      const named = node.callee.type === 'Identifier' && node.callee.name === 'classes';
      const [first, second] = node.arguments;
      const attribute = first?.type === 'Literal' && first.value === 'class' && second;
      if (named) places.push([node.start, node.end]);
      else if (attribute) places.push([second.start, second.end]);
    },
    AssignmentExpression: (node) => {
      if (
        node.left.type === 'MemberExpression' &&
        node.left.property.type === 'Identifier' &&
        node.left.property.name === 'className'
      )
        places.push([node.right.start, node.right.end]);
    },
    // In `kind === 'right' ? … : …` the compared text is no class.
    BinaryExpression: (node) => {
      for (const side of [node.left, node.right])
        if (side.type === 'Literal') texts.push({ start: side.start, text: '' });
    },
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push({ start: node.start, text: node.value });
    },
  });
  visitor.visit(program);
  const aside = new Set(texts.filter(({ text }) => text === '').map(({ start }) => start));
  const global = texts
    .filter(({ start }) => !aside.has(start) && places.some(([from, to]) => start >= from && start < to))
    .flatMap(({ text }) => text.split(/\s+/))
    .filter(Boolean);
  return { modules, global: new Set([...global, ...selected]), computed };
}
