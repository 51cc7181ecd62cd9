import type { Language } from './language.ts';

/** Languages besides English, each loaded when it is first wanted. */
export const languages = {
  'en-XA': () => import('./pseudo/pseudo.ts').then(({ pseudo }) => pseudo),
} as const satisfies Readonly<Record<string, () => Promise<Language>>>;
