import { useEffect } from 'react';
import { useApp } from '#app/store/use-app.tsx';
import { places } from '#words/en/places.ts';

const page = document.title;

/** The window's title says the area that is looked at. */
export function usePageTitle(): void {
  const kind = useApp((state) => state.area.kind);
  useEffect(() => {
    document.title = kind === 'play' ? page : places.titled(places.names[kind], page);
  }, [kind]);
}
