import type { stage } from '#words/en/stage.ts';

/** A tab of the stage, by the key of its name; `stage-tabs.tsx` has a row for each. */
export type StageTab = keyof (typeof stage)['tabs'];
