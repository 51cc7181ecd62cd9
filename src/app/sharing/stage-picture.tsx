import { useMemo } from 'react';
import { votePicture } from '#views/vote-histogram/vote-rows.ts';
import { tabRow, tabsOf } from '../stage-tabs.tsx';
import { experimentOf, shownTab } from '../store/main-tab.ts';
import { useApp } from '../store/use-app.tsx';

/** The one picture of the stage that is looked at, without anything around it. */
export function StagePicture() {
  const view = useApp((state) => state.view);
  const log = useApp((state) => state.log);
  const wished = useApp((state) => state.tab);
  const picture = useMemo(() => votePicture(view), [view]);
  const tab = shownTab(wished, tabsOf({ log, view }));
  const kind = experimentOf(log)?.strategy.kind;
  const voting = kind === 'self-consistency' || kind === 'adaptive-consistency' || picture.votes > 0;
  return tabRow(tab).draw({ view, picture, voting });
}
