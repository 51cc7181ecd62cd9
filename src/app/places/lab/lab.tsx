import { Activity, type ComponentType, useEffect, useRef, useState } from 'react';
import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { scrollerOf } from '#app/ui/scroller-of.ts';
import { lab } from '#words/en/lab.ts';
import { AreaParts } from '../area-parts.tsx';
import { addressOfPart, type LabPart, labParts, labPlace } from './lab-part.ts';

interface PartProps {
  /** What the address names in it. */
  readonly within: string | null;
}

const parts: Readonly<Record<LabPart, ComponentType<PartProps>>> = {
  evidence: lazyPart(
    laterPart(() => import('./evidence-part.tsx')),
    (part) => part.EvidencePart,
  ),
  sweeps: lazyPart(
    laterPart(() => import('./sweeps/sweeps-part.tsx')),
    (part) => part.SweepsPart,
  ),
  lenses: lazyPart(
    laterPart(() => import('./lenses/lenses-part.tsx')),
    (part) => part.LensesPart,
  ),
  training: lazyPart(
    laterPart(() => import('./training/training-part.tsx')),
    (part) => part.TrainingPart,
  ),
};

const noPlaces = { evidence: null, sweeps: null, lenses: null, training: null };

/** The lab: what was measured, sweeps to measure more, lenses to look into one run, and a training of one's own. Each part is fetched when it is first looked at, and kept as it was left. */
export function Lab({ within }: PartProps) {
  const place = labPlace(within);
  const [places, keep] = useState<Readonly<Record<LabPart, string | null>>>(noPlaces);
  if (places[place.part] !== place.within) keep({ ...places, [place.part]: place.within });
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
        area="lab"
        label={lab.parts}
        current={place.part}
        parts={labParts.map((part) => ({ id: part, name: lab.partNames[part], within: addressOfPart[part] }))}
      />
      {labParts.map((part) => {
        const Shown = parts[part];
        const here = part === place.part;
        return (
          <Activity key={part} mode={here ? 'visible' : 'hidden'}>
            <Shown within={here ? place.within : places[part]} />
          </Activity>
        );
      })}
    </>
  );
}
