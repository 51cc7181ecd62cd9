import { onSpeak } from '#words/language.ts';
import { allWordsHaveCome } from '../language.ts';

const ofWords = /\/assets\/words\//;

/**
 * Keeps the language that is spoken on this computer, all of it, so that parts of the page that are opened without a connection
 * speak it too. Files that came before the service worker was at work are asked for once more: the browser has them still.
 */
export function keepWords(): void {
  const keep = async () => {
    await allWordsHaveCome();
    const came = performance.getEntriesByType('resource').map(({ name }) => name);
    for (const file of new Set(came.filter((name) => ofWords.test(name)))) await fetch(file);
  };
  const look = () => void keep().catch(() => undefined);
  look();
  onSpeak(look);
}
