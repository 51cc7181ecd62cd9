/** WebLLM's own list of models; see vite.config.ts. */
declare module 'virtual:webllm-models' {
  export const records: readonly import('@mlc-ai/web-llm').ModelRecord[];
}
