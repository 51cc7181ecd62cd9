import { largest, names, operators, things, variables } from './words.ts';

/** What may stand in a place of a sentence. */
export type Expected =
  | { readonly what: 'word'; readonly word: string }
  | { readonly what: 'name' | 'letter' | 'thing' | 'operator' }
  | { readonly what: 'number'; readonly least: number; readonly most: number };

/** What a slot of a pattern stands for, and how it is read: undefined where a word does not fit. */
interface Slot<T> {
  readonly expects: readonly Expected[];
  readonly read: (word: string) => T | undefined;
}

const oneOf = <T extends string>(
  what: 'name' | 'letter' | 'thing' | 'operator',
  list: readonly T[],
): Slot<T> => ({
  expects: [{ what }],
  read: (word) => list.find((one) => one === word),
});
const number = (least: number, most: number): Slot<number> => ({
  expects: [{ what: 'number', least, most }],
  read: (word) =>
    /^\d/.test(word) && Number(word) >= least && Number(word) <= most ? Number(word) : undefined,
});
const either = <A, B>(a: Slot<A>, b: Slot<B>): Slot<A | B> => ({
  expects: [...a.expects, ...b.expects],
  read: (word) => a.read(word) ?? b.read(word),
});

const name = oneOf('name', names);
const variable = oneOf('letter', variables);
const operand = either(variable, number(0, largest));

/** Amounts begin at 2: the language knows no "1 apple". */
export const slots = {
  who: name,
  whom: name,
  third: name,
  thing: oneOf('thing', things),
  count: number(2, largest),
  size: number(2, largest),
  bags: number(2, 9),
  variable,
  left: operand,
  right: operand,
  sum: operand,
  operator: oneOf('operator', operators),
  number: number(0, largest),
  factor: number(2, 9),
  added: number(1, largest),
} as const;

/** Word problems: who has how many, and what happens. */
export const storyPatterns = {
  has: '{who} has {count} {thing} .',
  more: '{who} has {count} more {thing} than {whom} .',
  fewer: '{who} has {count} fewer {thing} than {whom} .',
  times: '{who} has {count} times as many {thing} as {whom} .',
  half: '{who} has half as many {thing} as {whom} .',
  sum: '{who} has as many {thing} as {whom} and {third} together .',
  finds: '{who} finds {count} {thing} .',
  loses: '{who} loses {count} {thing} .',
  gives: '{who} gives {count} {thing} to {whom} .',
  buys: '{who} buys {bags} bags of {size} {thing} .',
  age: '{who} is {count} years old .',
} as const;
export const storyQuestions = {
  'how-many': 'How many {thing} does {who} have ?',
  together: 'How many {thing} do {who} and {whom} have together ?',
  difference: 'How many more {thing} does {who} have than {whom} ?',
} as const;

/** Definitions of letters, in any order. */
export const equationPatterns = {
  number: '{variable} = {number} .',
  operation: '{variable} = {left} {operator} {right} .',
  plus: '{factor} * {variable} + {added} = {sum} .',
  minus: '{factor} * {variable} - {added} = {sum} .',
} as const;
export const equationQuestions = { value: '{variable} ?' } as const;

/** Who says what of whom; knights always tell the truth, knaves always lie. */
export const knightPatterns = {
  knight: '{who} says {whom} is a knight .',
  knave: '{who} says {whom} is a knave .',
  same: '{who} says {whom} and {third} are the same .',
  different: '{who} says {whom} and {third} are different .',
  both: '{who} says {whom} and {third} are both knights .',
  or: '{who} says {whom} or {third} is a knight .',
} as const;
export const knightQuestions = { knights: 'Who is a knight ?' } as const;

type Patterns = Readonly<Record<string, string>>;
type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;
type SlotOf<Word> = Word extends `{${infer Name extends keyof typeof slots}}` ? Name : never;
type Read<Name extends keyof typeof slots> = NonNullable<ReturnType<(typeof slots)[Name]['read']>>;
type Filled<Pattern extends string> = { readonly [Name in SlotOf<Words<Pattern>>]: Read<Name> };

/** What a sentence says: which of the patterns it is, and what stands in the pattern's slots. */
export type Said<P extends Patterns> = {
  readonly [Form in keyof P]: { readonly form: Form } & Filled<P[Form]>;
}[keyof P];
export type { Patterns };
