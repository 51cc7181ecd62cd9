/** The page's own colours and fonts as a canvas needs them. */
export interface TreePalette {
  readonly ground: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  readonly accent: string;
  readonly right: string;
  readonly wrong: string;
  readonly mono: string;
  /** Colours are the person's own: shapes and lines alone tell. */
  readonly forced: boolean;
}

/** Colours as they are now: where a person's system forces its own, those. */
export function paletteOf(element: Element): TreePalette {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  if (matchMedia('(forced-colors: active)').matches)
    return {
      ground: 'Canvas',
      ink: 'CanvasText',
      ink2: 'CanvasText',
      line: 'GrayText',
      accent: 'Highlight',
      right: 'CanvasText',
      wrong: 'CanvasText',
      mono: of('mono'),
      forced: true,
    };
  return {
    ground: of('ground'),
    ink: of('ink'),
    ink2: of('ink-2'),
    line: of('line-strong'),
    accent: of('accent'),
    right: of('right'),
    wrong: of('wrong'),
    mono: of('mono'),
    forced: false,
  };
}

/** Calls back when colours may have changed: the page's theme, or the system's colours. */
export function onPaletteChange(callback: () => void): () => void {
  const themes = new MutationObserver(callback);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const forced = matchMedia('(forced-colors: active)');
  forced.addEventListener('change', callback);
  return () => {
    themes.disconnect();
    forced.removeEventListener('change', callback);
  };
}
