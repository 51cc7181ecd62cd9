import type { ModelStamp } from '#run/events.ts';
import type { Lane } from '#train/lane.ts';
import { numberFlag } from '../flags.ts';
import { openLaneInNode } from './lane-in-node.ts';

/** Opens lanes on a model, one a core. */
export async function openLanes(
  id: string,
  cores: string | undefined,
): Promise<{ readonly lanes: readonly Lane[]; readonly model: ModelStamp }> {
  numberFlag('--cores', cores, { min: 1, max: 8, whole: true });
  const { lane, model } = await openLaneInNode(id);
  return { lanes: [lane], model };
}
