import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as english from './en/index.ts';
import { type Language, type Sentence, type Sentences, speak } from './language.ts';
import { sentencesIn } from './testing/sentences.ts';
import { wordsAtImport } from './testing/words-at-import.ts';

/** Texts that are no sentences of ours: said to models, read in problems, written for machines. */
const elsewhere: readonly RegExp[] = [
  /^src\/policy\/prompts\//,
  /^src\/policy\/embedded\/(kernel\/|skills\.ts$)/,
  /^src\/policy\/webllm\/(text\/thinking-tags|drivers\/(digest|draw)-shader)\.ts$/,
  // Problems, and the language that puzzles are written in.
  /^src\/experiment\/(puzzles|preset-puzzles|questions|families\/question(-problem)?|puzzle\/(patterns|arbitrary))\.ts$/,
  // Authors, papers, products, and thoughts as models write them.
  /^src\/experiment\/sources\.ts$/,
  /^src\/learn\/(papers|questions\/level-2|landscape\/systems)\.ts$/,
  // Programs, and what they say to models.
  /^src\/lab\/as-code\/python\//,
  // Mathematics and names as models write them, read in answers; a verdict that programs read.
  /^src\/answers\/maths\/(fingerprint|key|words)\.ts$/,
  /^src\/answers\/read-names\.ts$/,
  /^src\/answers\/reply\/grade-response\.ts$/,
  // Problems that lessons ask, as the model reads them.
  /^src\/learn\/chapters\//,
  /^src\/words\//,
  /\/testing\//,
  // What passages of thoughts are known by.
  /^src\/run\/passages\/(english|chinese)-words\.ts$/,
  // Words of the first run files, and what a machine keeps.
  /^src\/run\/upgrade\//,
  /\.test\.tsx?$/,
];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => /\.tsx?$/.test(file));

/** The sentences of a room: `run`, `votes.tie`. */
function keysOf(sentences: Sentences, before = ''): readonly string[] {
  return Object.entries(sentences).flatMap(([key, value]: [string, Sentence | Sentences]) =>
    typeof value === 'object' ? keysOf(value, `${before}${key}.`) : [`${before}${key}`],
  );
}

describe('sentences', () => {
  it('stand in words/ and nowhere else', () => {
    const files = sources.filter((file) => !elsewhere.some((pattern) => pattern.test(file)));
    const found = files.flatMap((file) =>
      sentencesIn(file, readFileSync(file, 'utf8')).map(({ line, text }) => `${file}:${line} ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('words', () => {
  it('are asked for when they are shown, not while a file is imported', () => {
    const files = sources.filter(
      (file) => !/^src\/(words\/(en|pseudo)\/|cli\/main\.ts$)|\.test\./.test(file),
    );
    const found = files.flatMap((file) =>
      wordsAtImport(file, readFileSync(file, 'utf8')).map((text) => `${file} ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('languages', () => {
  it('are found by each room under the name that the index has for it', () => {
    const marked = Object.fromEntries(Object.keys(english).map((name) => [name, { mark: name }]));
    speak({ locale: 'en-XA', rooms: marked as unknown as Language['rooms'] });
    const found = Object.entries(english).map(([name, room]): readonly unknown[] => [
      name,
      Reflect.get(room, 'mark'),
    ]);
    speak(null);
    expect(found.filter(([name, mark]) => name !== mark)).toEqual([]);
  });

  it('are listed, each folder of them', () => {
    const folders = readdirSync('src/words', { withFileTypes: true })
      .filter((one) => one.isDirectory() && !['testing', 'en'].includes(one.name))
      .map(({ name }) => name);
    const listed = readFileSync('src/words/languages.ts', 'utf8');
    expect(folders.filter((folder) => !listed.includes(`'./${folder}/`))).toEqual([]);
  });
});

/**
 * What the code names with dots, `room.group.key` say: each run of names in it as `room.group`, and with what follows it where that
 * is `[` or `,`. All of it is read once, as looking for each sentence in all of the code takes long.
 */
function namedIn(code: string): ReadonlySet<string> {
  const named = new Set<string>();
  for (const [, chain = '', after = ''] of code.matchAll(/([\w$]+(?:\??\.[\w$]+)*)([[,]?)/g)) {
    const names = chain.split(/\??\./);
    for (const from of names.keys())
      for (let to = from + 1; to <= names.length; to += 1) named.add(names.slice(from, to).join('.'));
    if (after) for (const from of names.keys()) named.add(names.slice(from).join('.') + after);
  }
  return named;
}

describe('rooms of words', () => {
  const named = namedIn(
    sources
      .filter((file) => !/^src\/words\/(en\/index|pseudo|zh-)|\.test\./.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n'),
  );

  // `amounts` is a set of formats for whoever needs one.
  it.each(Object.entries(english))('%s: every sentence is used', (name, room) => {
    // Chapters are held to their pages by `src/cli/lessons-on-model.test.ts`.
    if (name === 'amounts' || /^lesson[A-Z](?!ords$)/.test(name)) return;
    const unused = keysOf(room).filter((key) => {
      if (named.has(`${name}.${key}`) || named.has(`${name}[`)) return false;
      // The whole group in `room.group[…]` or `say(room.group, …)`, which the type checker holds to its keys.
      const groups = key.split('.').slice(0, -1);
      return !groups.some((_, at) => {
        const group = [name, ...groups.slice(0, at + 1)].join('.');
        return named.has(`${group}[`) || named.has(`${group},`);
      });
    });
    expect(unused).toEqual([]);
  });
});
