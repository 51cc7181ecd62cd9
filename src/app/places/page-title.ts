import { useEffect } from 'react';
import { shownExperiment } from '#app/store/main-tab.ts';
import { sharedWith } from '#app/store/transitions.ts';
import { useApp } from '#app/store/use-app.tsx';
import { places } from '#words/en/places.ts';

const page = document.title;

/** The window's title says the area that is looked at, and what a link calls the experiment that is shown. */
export function usePageTitle(): void {
  const kind = useApp((state) => state.area.kind);
  const title = useApp((state) => sharedWith(state.shared, shownExperiment(state))?.moment.title);
  const name = kind === 'play' ? title : places.names[kind];
  const whole = name === undefined ? page : places.titled(name, page);
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
