import { Activity, type ComponentType, useEffect, useRef, useState } from 'react';
import type { AreaKind } from '#app/store/areas.ts';
import { scrollerOf } from '#app/ui/scroller-of.ts';
import { AreaParts } from './area-parts.tsx';

export interface PartProps {
  /** What the address names in it. */
  readonly within: string | null;
}

/** The parts of an area and the one that is looked at. Each is fetched when it is first looked at, and kept as it was left. */
export function KeptParts<Part extends string>({
  area,
  label,
  parts,
  place,
}: {
  readonly area: AreaKind;
  readonly label: string;
  readonly parts: readonly {
    readonly id: Part;
    readonly name: string;
    /** What its address has behind the area's. */
    readonly within: string | null;
    readonly Shown: ComponentType<PartProps>;
  }[];
  readonly place: { readonly part: Part; readonly within: string | null };
}) {
  const [seen, keep] = useState<ReadonlyMap<Part, string | null>>(new Map());
  if (seen.get(place.part) !== place.within) keep(new Map(seen).set(place.part, place.within));
  const nav = useRef<HTMLElement>(null);
  const shown = useRef(place.part);
  useEffect(() => {
    // Another part begins at its top.
    if (shown.current !== place.part && nav.current) scrollerOf(nav.current)?.scrollTo({ top: 0 });
    shown.current = place.part;
  }, [place.part]);
  return (
    <>
      <AreaParts ref={nav} area={area} label={label} current={place.part} parts={parts} />
      {parts.map(({ id, Shown }) => {
        const here = id === place.part;
        return (
          <Activity key={id} mode={here ? 'visible' : 'hidden'}>
            <Shown within={here ? place.within : (seen.get(id) ?? null)} />
          </Activity>
        );
      })}
    </>
  );
}
