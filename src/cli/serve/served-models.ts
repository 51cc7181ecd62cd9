import type { LanguageModel } from '#policy/language-model.ts';
import { parseManifest } from '#policy/embedded/manifest.ts';
import { readFrom } from '#policy/embedded/node.ts';
import { openForCli } from '../open.ts';

/** The models that a server answers with. */
export interface ServedModels {
  readonly ids: readonly string[];
  /** Tokens that a prompt and its completion may have together. */
  contextOf(id: string): Promise<number>;
  open(id: string): Promise<LanguageModel>;
}

/** Models that ship with the project, each opened when it is first asked for; all requests share it, and its batches. */
export function embeddedToServe(ids: readonly string[]): ServedModels {
  const opened = new Map<string, Promise<LanguageModel>>();
  return {
    ids,
    contextOf: async (id) => {
      const manifest = parseManifest(await readFrom()(`${id}/manifest.json`), id);
      return manifest.architecture.context;
    },
    open: (id) => {
      const model = opened.get(id) ?? openForCli(id);
      opened.set(id, model);
      return model;
    },
  };
}
