import { afterEach, expect, it } from 'vitest';
import { embeddedModels, modelName } from '#policy/models.ts';
import { models } from '#words/en/models.ts';
import { speak } from '#words/language.ts';
import { wholeLanguage } from '#words/language-source.ts';
import { languages } from '#words/languages.ts';
import { spokenName } from './spoken-name.ts';

afterEach(() => speak(null));

it('in English a model is called as its manifest says', () => {
  for (const { id, name } of embeddedModels) expect(spokenName(id)).toBe(name);
});

it.each(['zh-Hans', 'zh-Hant'] as const)(
  '%s has a name of its own for each that ships, and for no other',
  async (id) => {
    speak(await wholeLanguage(await languages[id].come()));
    const ids = embeddedModels.map((model) => model.id);
    for (const named of Object.keys(models.names)) expect(ids).toContain(named);
    const names = ids.map(spokenName);
    // Terms that Chinese has as they are.
    for (const name of names) expect(name.replaceAll(/Countdown|R1-Zero/g, '')).not.toMatch(/[a-z]{2}/);
    expect(new Set(names).size).toBe(names.length);
    // All else is called as it calls itself, whatever that is.
    for (const other of ['Qwen3-0.6B-q4f16_1-MLC', 'constructor'])
      expect(spokenName(other)).toBe(modelName(other));
  },
);
