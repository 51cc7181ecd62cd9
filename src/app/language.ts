import { importedRooms, onSpeak, speak, spokenLocale } from '#words/language.ts';
import { openLanguage, type OpenLanguage } from '#words/language-source.ts';
import { isLanguage, type LanguageId, languages } from '#words/languages.ts';
import { wishedLanguage } from '#words/wished-language.ts';
import { onPreferenceElsewhere, readPreference, writePreference } from './preferences.ts';
import { embedOf } from './sharing/embed.ts';

/** Where a person's own choice is kept, and what an address says besides: `?lang=zh-Hans`. */
const preference = 'language';
const parameter = 'lang';

let open: OpenLanguage | null = null;

/** The language that a person chose; null where they never did. */
export function chosenLanguage(): LanguageId | null {
  const chosen = readPreference(preference, '');
  return isLanguage(chosen) ? chosen : null;
}

/** The language that the address asks for; null where it asks for none. */
const askedLanguage = (): LanguageId | null =>
  wishedLanguage([new URLSearchParams(location.search).get(parameter) ?? '']);

/**
 * The language to begin with: the reader's own choice, else the address's, else the browser's wish. In a page that stands inside
 * another one the address goes first: who put it there chose its language.
 */
function firstLanguage(): LanguageId {
  const [asked, chosen] = [askedLanguage(), chosenLanguage()];
  const own = embedOf(location.search) ? (asked ?? chosen) : (chosen ?? asked);
  return own ?? wishedLanguage(navigator.languages) ?? 'en';
}

/** Speaks the reader's language, English where its words do not come. Before anything is drawn. */
export async function speakFirst(): Promise<void> {
  onSpeak(() => {
    document.documentElement.lang = spokenLocale();
  });
  await speakNow(firstLanguage());
  onPreferenceElsewhere(preference, () => void speakNow(firstLanguage()));
}

/** A person chooses a language: it is spoken as soon as its words are here, remembered, and in the links that are passed on. */
export async function chooseLanguage(id: LanguageId): Promise<void> {
  writePreference(preference, id);
  await speakNow(id);
  history.replaceState(history.state, '', withLanguage(location.href));
}

/** An address of this page that says which language was chosen, or asked for; as it is where none was. */
export function withLanguage(address: string): string {
  const said = chosenLanguage() ?? askedLanguage();
  if (said === null) return address;
  const [, page = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  const others = query.split('&').filter((one) => one !== '' && !one.startsWith(`${parameter}=`));
  return `${page}?${[...others, `${parameter}=${said}`].join('&')}${fragment}`;
}

/** Settles once the words of every part that has come are at hand: at once in English. Never rejects. */
export async function wordsHaveCome(): Promise<void> {
  await open?.come(importedRooms);
}

/** The same of all words of the language that is spoken. */
export async function allWordsHaveCome(): Promise<void> {
  await open?.comeAll();
}

/** The last choice counts, whichever comes first. */
let turns = 0;

async function speakNow(id: LanguageId): Promise<void> {
  const turn = ++turns;
  const next = id === 'en' ? null : await opened(id);
  if (turn !== turns) return;
  open = next;
  speak(next?.language ?? null);
}

/** Null where its words do not come: English goes on. */
async function opened(id: keyof typeof languages): Promise<OpenLanguage | null> {
  try {
    const next = openLanguage(await languages[id].come());
    // What is imported meanwhile waits for the words of before.
    for (let known = -1; known !== importedRooms.size;) {
      known = importedRooms.size;
      await next.come(importedRooms);
    }
    return next;
  } catch {
    return null;
  }
}
