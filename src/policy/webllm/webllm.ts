/** The only file that imports WebLLM. It is large: import this file lazily, where a model of WebLLM is asked for. */
export { hasModelInCache, MLCEngine, ModelType, prebuiltAppConfig } from '@mlc-ai/web-llm';
export type { AppConfig, ModelRecord } from '@mlc-ai/web-llm';
