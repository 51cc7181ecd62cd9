import { partMissing, PolicyError } from '#policy/policy-error.ts';
import { whilePartComes } from '#worker/arrival.ts';
import { stylesHaveCome } from './fetch-styles.ts';
import { wordsHaveCome } from './language.ts';

/** Counts the addresses asked for anew: each is new to the browser. */
let again = 0;

/**
 * Imports a part of the page that is fetched when it is first needed. Browsers remember that a module did not come, Chromium
 * as long as the page is open; so it is asked for under another address then. That mends the part itself and nothing that
 * it imports; where such a file is what did not come, a reload helps. With the part come its styles, and its words in the language
 * that is spoken.
 *
 * Rejects with PolicyError `part-missing`.
 */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  const part = await fetchCode(load);
  await stylesHere();
  await wordsHaveCome();
  return part;
}

async function fetchCode<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await whilePartComes(load());
  } catch (error) {
    if (error instanceof PolicyError || !(error instanceof Error)) throw error;
    const [address] = /https?:\/\/[^\s?]+\.js/.exec(error.message) ?? [];
    if (address === undefined) throw partMissing(null, error);
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same module under another address
      return await whilePartComes(import(/* @vite-ignore */ `${address}?again=${++again}`) as Promise<Part>);
    } catch (cause) {
      throw partMissing(null, cause);
    }
  }
}

async function stylesHere(): Promise<void> {
  try {
    await whilePartComes(stylesHaveCome());
  } catch (cause) {
    throw partMissing(null, cause);
  }
}
