/** WebLLM's own list of models; see vite.config.ts. */
declare module 'virtual:webllm-models' {
  import type { ModelRecord } from '@mlc-ai/web-llm';
  export const records: readonly ModelRecord[];
}
