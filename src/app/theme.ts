import { useEffect } from 'react';
import { readPreference, usePreference } from './preferences.ts';
import { useMedia } from './ui/use-media.ts';

export type Theme = 'auto' | 'light' | 'dark';

const isTheme = (value: string): value is Theme => value === 'auto' || value === 'light' || value === 'dark';

/** The theme: the system's unless a person chose one. Puts it on the root element. */
export function useTheme(): {
  readonly theme: Theme;
  readonly dark: boolean;
  readonly setTheme: (theme: Theme) => void;
} {
  const [stored, setTheme] = usePreference('theme', 'auto');
  const theme = isTheme(stored) ? stored : 'auto';
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const dark = theme === 'dark' || (theme === 'auto' && systemDark);
  useEffect(() => put(dark), [dark]);
  return { theme, dark, setTheme };
}

function put(dark: boolean): void {
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** Puts the theme on the page before anything is drawn. */
export function showTheme(): void {
  const stored = readPreference('theme', 'auto');
  put(stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches));
}
