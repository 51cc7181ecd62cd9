import type { LanguageModel } from '#policy/language-model.ts';
import { parseManifest, trainedForm } from '#policy/embedded/manifest.ts';
import { readFrom } from '#policy/embedded/node.ts';
import { verdicts } from '#policy/embedded/skills.ts';
import { control } from '#policy/embedded/vocabulary.ts';
import type { TrainedFacts } from '#policy/remote/server.ts';
import { openForCli } from '../open.ts';

export interface ServedFacts {
  /** Tokens that a prompt and its completion may have together: vLLM's name for it. */
  readonly max_model_len: number;
  /** What is true of models that know one kind of problem, for whoever talks to them as this project does (`policy/remote`). */
  readonly second_thought?: TrainedFacts;
}

/** The models that a server answers with. */
export interface ServedModels {
  readonly ids: readonly string[];
  /** What the list says of a model besides its name. */
  factsOf(id: string): Promise<ServedFacts>;
  open(id: string): Promise<LanguageModel>;
}

/** Models that ship with the project, each opened when it is first asked for; all requests share it, and its batches. */
export function embeddedToServe(ids: readonly string[]): ServedModels {
  const opened = new Map<string, Promise<LanguageModel>>();
  return {
    ids,
    factsOf: async (id) => {
      const manifest = parseManifest(await readFrom()(`${id}/manifest.json`), id);
      const { judge = false, value = false } = manifest.capabilities;
      return {
        max_model_len: manifest.architecture.context,
        second_thought: {
          families: [manifest.family],
          capabilities: { judge, value },
          stepEnds: trainedForm(manifest.family).stepEnds,
          thinking: { open: control.think, close: control.endThink },
          verdicts,
        },
      };
    },
    open: (id) => {
      const model = opened.get(id) ?? openForCli(id);
      opened.set(id, model);
      return model;
    },
  };
}
