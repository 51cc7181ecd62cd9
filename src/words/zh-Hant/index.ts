import type { LanguageSource } from '../language-source.ts';
import type { MissingInChinese } from '../missing.ts';
import { header } from './header.ts';
import { places } from './places.ts';

/** Traditional Chinese, as in Taiwan. */
export const zhHant: LanguageSource<MissingInChinese> = {
  locale: 'zh-Hant',
  first: {
    header,
    places,
  },
  later: {},
};
