import type { EmbeddedModel } from '#policy/model-handle.ts';
import { amounts } from '#words/en/amounts.ts';
import { modelList } from '#words/en/model-list.ts';

/** Size and skills of an embedded model, in a line. */
export function factsText({ parameters, downloadBytes, capabilities, verifier }: EmbeddedModel): string {
  return [
    modelList.parameters(amounts.parameters(parameters)),
    amounts.bytes(downloadBytes),
    ...(verifier ? [modelList.judges[verifier]] : capabilities.valueHead ? [modelList.hasValueHead] : []),
  ].join(' · ');
}
