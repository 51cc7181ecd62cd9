/** The keys of a table that has no others: `Object.keys` promises only strings. */
export function keysOf<Table extends object>(table: Table): readonly (keyof Table & string)[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a table is a constant, its type lists all its keys
  return Object.keys(table) as (keyof Table & string)[];
}

/** Whether a text is one of the keys of a table. */
export function isKeyOf<Table extends object>(table: Table, key: string): key is keyof Table & string {
  return Object.hasOwn(table, key);
}

/** The value of a table under a key that may not be its own; `table[key]` would find `constructor` too. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
