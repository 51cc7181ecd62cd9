import { Activity, type ComponentType, useEffect, useRef, useState } from 'react';
import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { scrollerOf } from '#app/ui/scroller-of.ts';
import { learn } from '#words/en/learn.ts';
import { AreaParts } from '../area-parts.tsx';
import { learnAddresses, type LearnPart, learnParts, learnPlace } from './learn-part.ts';

interface PartProps {
  /** What the address names in it. */
  readonly within: string | null;
}

const parts: Readonly<Record<LearnPart, ComponentType<PartProps>>> = {
  lessons: lazyPart(
    laterPart(() => import('./lessons-part.tsx')),
    (part) => part.LessonsPart,
  ),
  questions: lazyPart(
    laterPart(() => import('./questions/questions-part.tsx')),
    (part) => part.QuestionsPart,
  ),
  landscape: lazyPart(
    laterPart(() => import('./landscape/landscape-part.tsx')),
    (part) => part.LandscapePart,
  ),
  experiments: lazyPart(
    laterPart(() => import('./experiments-part.tsx')),
    (part) => part.ExperimentsPart,
  ),
};

/** Learn: lessons beside the live picture, and experiments to run. Each part is fetched when it is first looked at, and kept as it was left. */
export function Learn({ within }: PartProps) {
  const place = learnPlace(within);
  const [seen, keep] = useState<{ readonly [Part in LearnPart]?: string | null }>({});
  if (seen[place.part] !== place.within) keep({ ...seen, [place.part]: place.within });
  const nav = useRef<HTMLElement>(null);
  const shown = useRef(place.part);
  useEffect(() => {
    // Another part begins at its top.
    if (shown.current !== place.part && nav.current) scrollerOf(nav.current)?.scrollTo({ top: 0 });
    shown.current = place.part;
  }, [place.part]);
  return (
    <>
      <AreaParts
        ref={nav}
        area="learn"
        label={learn.parts}
        current={place.part}
        parts={learnParts.map((part) => ({
          id: part,
          name: learn.partNames[part],
          within: learnAddresses[part],
        }))}
      />
      {learnParts.map((part) => {
        const Shown = parts[part];
        const here = part === place.part;
        return (
          <Activity key={part} mode={here ? 'visible' : 'hidden'}>
            <Shown within={here ? place.within : (seen[part] ?? null)} />
          </Activity>
        );
      })}
    </>
  );
}
