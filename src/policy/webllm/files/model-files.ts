import { PolicyError } from '#policy/policy-error.ts';
import type { GpuModel } from '../models/gpu-model.ts';
import { sha256 } from './integrity.ts';
import { browserCaches, filesOf, type FileCaches, readFile } from './model-caches.ts';

/** What a model says of itself, as it was downloaded; untrusted. */
export interface ModelFiles {
  /** `mlc-chat-config.json` */
  readonly chatConfig: Uint8Array;
  /** `tokenizer.json` */
  readonly tokenizerJson: Uint8Array;
  /** `tokenizer_config.json`, with the chat template; some models have none. */
  readonly tokenizerConfig: Uint8Array | null;
}

/** Reads what was downloaded; fetches nothing. Rejects with PolicyError `not-downloaded`. */
export async function readModelFiles(
  model: GpuModel,
  caches: FileCaches = browserCaches(),
): Promise<ModelFiles> {
  const { config, tokenizer, tokenizerConfig } = filesOf(model);
  const [chatConfig, tokenizerJson, chatTemplate] = await Promise.all(
    [config, tokenizer, tokenizerConfig].map((file) => readFile(caches, file)),
  );
  if (!chatConfig || !tokenizerJson) throw notDownloaded(model);
  return { chatConfig, tokenizerJson, tokenizerConfig: chatTemplate ?? null };
}

/** SHA-256 of the list of weights, which holds their own sizes and hashes. Rejects with PolicyError `not-downloaded`. */
export async function weightsListSha256(
  model: GpuModel,
  caches: FileCaches = browserCaches(),
): Promise<string> {
  const list = await readFile(caches, filesOf(model).lists[0]);
  if (!list) throw notDownloaded(model);
  return sha256(list);
}

function notDownloaded(model: GpuModel): PolicyError {
  return new PolicyError({ code: 'not-downloaded', why: { kind: 'model', model: model.name } });
}
