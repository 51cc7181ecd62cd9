import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import type { ChapterPage } from '#learn/chapter.ts';

const Measured = lazyPart(
  laterPart(() => import('./measured-widget.tsx')),
  (part) => part.MeasuredWidget,
);
const Puct = lazyPart(
  laterPart(() => import('./puct-widget.tsx')),
  (part) => part.PuctWidget,
);
const LiveSweep = lazyPart(
  laterPart(() => import('./sweep-widget.tsx')),
  (part) => part.SweepWidget,
);

const Curve = lazyPart(
  laterPart(() => import('./curve-widget.tsx')),
  (part) => part.CurveWidget,
);
const Decision = lazyPart(
  laterPart(() => import('./decision-widget.tsx')),
  (part) => part.DecisionWidget,
);

/** A part that a page brings along, fetched when it is first shown. What was measured is shown once it has been guessed at. */
export function Widget({
  page: { widget, about },
  done,
  onDone,
}: {
  readonly page: ChapterPage;
  /** The page's task is done. */
  readonly done: boolean;
  /** What the page's task waits for has been seen. */
  readonly onDone: () => void;
}) {
  if (widget === 'sweep') return <LiveSweep about={about} onDone={onDone} />;
  if (!done || widget === undefined) return null;
  switch (widget) {
    case 'measured':
      return <Measured about={about} />;
    case 'puct':
      return <Puct />;
    case 'curve':
      return <Curve about={about} />;
    case 'decision':
      return <Decision />;
  }
}
