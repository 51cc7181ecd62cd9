import { Activity, type ComponentType, useEffect, useRef, useState } from 'react';
import { laterPart } from '#app/later-part.ts';
import { areaFragment } from '#app/store/areas.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { scrollerOf } from '#app/ui/scroller-of.ts';
import { lab } from '#words/en/lab.ts';
import { addressOfPart, type LabPart, labParts, labPlace } from './lab-part.ts';
import styles from './lab.module.css';

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
};

const noPlaces = { evidence: null, sweeps: null, lenses: null };

/** The lab: what was measured, sweeps to measure more, and lenses to look into one run. Each part is fetched when it is first looked at, and kept as it was left. */
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
      <nav ref={nav} aria-label={lab.parts} className={styles.parts}>
        <ul className={styles.list}>
          {labParts.map((part) => (
            <li key={part}>
              <a
                className={styles.part}
                href={areaFragment('lab', addressOfPart[part])}
                aria-current={part === place.part ? 'page' : undefined}
              >
                {lab.partNames[part]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
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
