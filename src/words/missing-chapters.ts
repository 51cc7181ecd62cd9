import type { RoomName } from './language.ts';

/** Chapters of the lessons that are not in Chinese yet. One that is translated is taken out here. */
export type ChaptersMissing = Exclude<Extract<RoomName, `lesson${string}`>, 'lessonWords'>;
