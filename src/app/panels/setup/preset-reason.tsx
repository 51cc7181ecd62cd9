import type { PresetId } from '#experiment/presets.ts';
import { presetReasons } from '#words/en/preset-reasons.ts';

/** Why to run an example. */
export function PresetReason({ id }: { readonly id: PresetId }) {
  return <>{presetReasons[id]}</>;
}
