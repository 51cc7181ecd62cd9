import { parseSync, Visitor } from 'oxc-parser';

/**
 * Sentences that a file asks for while it is imported, as `room.key`: then the language of that moment would stay for good, and a
 * room's own words may not have come yet. What stands in a function is asked for when it is called.
 */
export function wordsAtImport(file: string, source: string): readonly string[] {
  const { program, module } = parseSync(file, source);
  const rooms = new Set(
    module.staticImports
      .filter(({ moduleRequest }) => /^(#words|\.)\/(.*\/)?en\//.test(moduleRequest.value))
      .flatMap(({ entries }) =>
        entries.filter(({ isType }) => !isType).map(({ localName }) => localName.value),
      ),
  );
  const inside: (readonly [number, number])[] = [];
  const asked: { readonly start: number; readonly text: string }[] = [];
  const later = ({ start, end }: { readonly start: number; readonly end: number }) =>
    void inside.push([start, end]);
  new Visitor({
    ArrowFunctionExpression: later,
    FunctionDeclaration: later,
    FunctionExpression: later,
    MemberExpression: ({ object, start, end }) => {
      if (object.type === 'Identifier' && rooms.has(object.name))
        asked.push({ start, text: source.slice(start, end) });
    },
  }).visit(program);
  return asked
    .filter(({ start }) => !inside.some(([from, to]) => start >= from && start < to))
    .map(({ text }) => text);
}
