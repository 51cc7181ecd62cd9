import { readFrom, readKernel } from '#policy/embedded/node.ts';
import { readTrainerKernel } from '#policy/embedded/trainer/node.ts';
import { type OpenedLane, openLane } from '#worker/open-lane.ts';

/** Opens a lane on a model that ships with the project, in this thread. */
export async function openLaneInNode(id: string): Promise<OpenedLane> {
  return openLane({
    id,
    fetchFile: readFrom(),
    kernel: await readKernel(),
    trainerKernel: await readTrainerKernel(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
}
