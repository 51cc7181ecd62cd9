import { downloads } from '#words/en/downloads.ts';

/** How long the rest of a download takes at a rate in bytes a second, in words; null where nobody can tell. */
export function timeLeft(bytes: number, rate: number | null): string | null {
  if (rate === null || rate <= 0) return null;
  const seconds = bytes / rate;
  if (seconds < 10) return downloads.fewSecondsLeft;
  if (seconds < 55) return downloads.secondsLeft(Math.ceil(seconds / 5) * 5);
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes < 60 ? downloads.minutesLeft(minutes) : downloads.hoursLeft(Math.round(minutes / 60));
}
