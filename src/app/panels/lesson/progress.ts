import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ChapterId } from '#learn/chapters.ts';
import { usePreference, writePreference } from '#app/preferences.ts';

/** How far a person has come in a chapter, kept on this computer: the page that was looked at last, from 0, and whether the last one was seen. */
export interface Progress {
  readonly page: number;
  readonly finished: boolean;
}

const nameOf = (chapter: ChapterId): string => `lesson.${chapter}`;

/** `3` or `3 read`; what cannot be read is the beginning. */
export function readProgress(kept: string): Progress | null {
  const [, page, read] = /^(\d{1,2})( read)?$/.exec(kept) ?? [];
  return page === undefined ? null : { page: Number(page), finished: read !== undefined };
}

/** Null before the chapter was opened. */
export function useProgress(chapter: ChapterId): Progress | null {
  const [kept] = usePreference(nameOf(chapter), '');
  return readProgress(kept);
}

/** The lesson that was opened last in this visit. */
const lastOpened = createStore<{ readonly id: ChapterId | null }>(() => ({ id: null }));

export function noteOpened(id: ChapterId): void {
  lastOpened.setState({ id });
}

/** The lesson that was opened last in this visit, and where a person was in it; null once its end was seen. */
export function useLessonGoingOn(): { readonly id: ChapterId; readonly page: number } | null {
  const { id } = useStore(lastOpened);
  const [kept] = usePreference(id === null ? '' : nameOf(id), '');
  if (id === null) return null;
  const progress = readProgress(kept);
  return progress?.finished ? null : { id, page: progress?.page ?? 0 };
}

export function keepProgress(chapter: ChapterId, { page, finished }: Progress): void {
  writePreference(nameOf(chapter), finished ? `${page} read` : String(page));
}
