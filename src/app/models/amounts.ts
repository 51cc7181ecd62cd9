/** Bytes as a person reads them, in steps of a thousand: `912 kB`, `402 MB`, `1.4 GB`. */
export function bytesText(bytes: number): string {
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 999_500_000) return `${tenths(bytes / 1e6)} MB`;
  return `${tenths(bytes / 1e9)} GB`;
}

/** Bytes a second. */
export const rateText = (rate: number): string => `${bytesText(rate)}/s`;

/** How long the rest takes at a rate; null where nobody can tell. */
export function timeLeftText(bytes: number, rate: number | null): string | null {
  if (rate === null || rate <= 0) return null;
  const seconds = bytes / rate;
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 55) return `${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`;
  const hours = Math.round(minutes / 60);
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} left`;
}

/** Parameters of a model: `0.8 million`, `1.7 billion`. */
export function parametersText(parameters: number): string {
  return parameters < 1e9 ? `${tenths(parameters / 1e6)} million` : `${tenths(parameters / 1e9)} billion`;
}

/** With one decimal where that says anything. */
const tenths = (value: number): string =>
  (value < 10 ? Number(value.toFixed(1)) : Math.round(value)).toLocaleString('en');
