import type { AnyLanguageSource } from './language-source.ts';

interface Listed {
  /** Its own name, in itself; null for one that nobody is offered. */
  readonly name: string | null;
  readonly come: () => Promise<AnyLanguageSource>;
}

/** Languages besides English, each loaded when it is first wanted. */
export const languages = {
  'zh-Hans': { name: '简体中文', come: () => import('./zh-Hans/index.ts').then(({ zhHans }) => zhHans) },
  'zh-Hant': { name: '繁體中文', come: () => import('./zh-Hant/index.ts').then(({ zhHant }) => zhHant) },
  'en-XA': { name: null, come: () => import('./pseudo/pseudo.ts').then(({ pseudoSource }) => pseudoSource) },
} as const satisfies Readonly<Record<string, Listed>>;

export type LanguageId = 'en' | keyof typeof languages;

export const isLanguage = (id: string): id is LanguageId => id === 'en' || Object.hasOwn(languages, id);

/** The languages that a person can choose, by what each calls itself. */
export const languageNames: ReadonlyMap<LanguageId, string> = new Map<LanguageId, string>([
  ['en', 'English'],
  ['zh-Hans', languages['zh-Hans'].name],
  ['zh-Hant', languages['zh-Hant'].name],
]);
