import type { LanguageSource } from '../language-source.ts';
import type { MissingInChinese } from '../missing.ts';
import { header } from './header.ts';
import { places } from './places.ts';

/** Simplified Chinese, as in mainland China and Singapore. */
export const zhHans: LanguageSource<MissingInChinese> = {
  locale: 'zh-Hans',
  first: {
    header,
    places,
  },
  later: {},
};
