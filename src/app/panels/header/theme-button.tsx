import { Icon } from '#app/ui/icon.tsx';
import { type Theme, useTheme } from '#app/theme.ts';
import { header } from '#words/en/header.ts';

const next: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };
const icons = { auto: 'auto', light: 'sun', dark: 'moon' } as const;

/** Goes through the three themes. */
export function ThemeButton() {
  const { theme, setTheme } = useTheme();
  return (
    <button
      type="button"
      className="button button-plain button-icon"
      aria-label={header.themeIs[theme]}
      title={header.themeIs[theme]}
      onClick={() => setTheme(next[theme])}
    >
      <Icon name={icons[theme]} size={18} />
    </button>
  );
}
