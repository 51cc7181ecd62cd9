import type { ModelFolder } from './open-folder.ts';

/** Writes so many tokens after a prompt. */
export type PlainCompletion = (prompt: string, tokens: number) => Promise<void>;

/** Completions of WebLLM's, by its public API. */
export async function openPlain(folder: ModelFolder): Promise<PlainCompletion> {
  const { MLCEngine } = await folder.loadWebLlm();
  const { id, source } = folder.model;
  const engine = new MLCEngine({
    appConfig: {
      model_list: [
        { model: source.weights, model_id: id, model_lib: source.library, overrides: source.overrides },
      ],
    },
    logLevel: 'ERROR',
  });
  await engine.reload(id);
  return async (prompt, length) => {
    const { usage } = await engine.completions.create({
      prompt,
      max_tokens: length,
      temperature: 1,
      top_p: 1,
      ignore_eos: true,
    });
    // It stops a token early where the first one counts.
    if (usage === undefined || Math.abs(usage.completion_tokens - length) > 1)
      throw new Error(`WebLLM wrote ${usage?.completion_tokens} tokens of ${length}`);
  };
}
