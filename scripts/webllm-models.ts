import type { ModelRecord } from '@mlc-ai/web-llm';
import type { Plugin } from 'vite';

const name = 'virtual:webllm-models';
const resolved = `\0${name}`;

/**
 * Vite plugin for `virtual:webllm-models`: WebLLM's own list of models, read from the package when the page is built, so that
 * a page that only shows the list need not fetch the 6 MB of the package.
 *
 * @param webllm the package to read, where an older one is to be tried.
 */
export function webllmModels(webllm = '@mlc-ai/web-llm'): Plugin {
  return {
    name: 'webllm-models',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const { prebuiltAppConfig } = (await import(webllm)) as {
        prebuiltAppConfig: { model_list: readonly ModelRecord[] };
      };
      return `export const records = ${JSON.stringify(prebuiltAppConfig.model_list)};`;
    },
  };
}
