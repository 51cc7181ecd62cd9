import type { ChapterId } from '#learn/chapters.ts';
import type { ChapterPart } from '#words/chapter-parts.ts';
import { chapterParts } from '#words/chapter-parts.ts';
import { type LaterPart, laterPart } from '#app/later-part.ts';
import { usePart } from '#app/ui/use-part.ts';

const parts = new Map<ChapterId, LaterPart<ChapterPart>>();

/** A chapter with its words; null until it has come. */
export function useChapter(id: ChapterId): ChapterPart | null {
  const part = parts.get(id) ?? laterPart(chapterParts[id]);
  parts.set(id, part);
  return usePart(part);
}
