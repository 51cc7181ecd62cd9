import { Activity, type ComponentType, type RefObject, useEffect, useRef } from 'react';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import { laterPart } from '#app/later-part.ts';
import { type AreaKind, showsPlay } from '#app/store/areas.ts';
import { useApp } from '#app/store/use-app.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { classes } from '#views/classes.ts';
import { places } from '#words/en/places.ts';
import styles from './elsewhere.module.css';

interface AreaProps {
  /** What the address names in it. */
  readonly within: string | null;
}

const rooms: Readonly<Record<Exclude<AreaKind, 'play'>, ComponentType<AreaProps>>> = {
  lab: lazyPart(
    laterPart(() => import('./lab/lab.tsx')),
    (part) => part.Lab,
  ),
  learn: lazyPart(
    laterPart(() => import('./learn/learn.tsx')),
    (part) => part.Learn,
  ),
};

/** Lab or Learn, in the room that Play has otherwise. What they show is fetched when it is first looked at, and kept as it was left. */
export function Elsewhere() {
  const area = useApp((state) => state.area);
  const beside = showsPlay(area);
  const moved = useRef(false);
  useEffect(() => {
    moved.current = true;
  }, []);
  const show = (kind: keyof typeof rooms) => (
    <Activity mode={area.kind === kind && !beside ? 'visible' : 'hidden'}>
      <Room kind={kind} within={area.kind === kind && !beside ? area.within : null} moved={moved} />
    </Activity>
  );
  return (
    <>
      {show('lab')}
      {show('learn')}
    </>
  );
}

interface RoomProps extends AreaProps {
  readonly kind: keyof typeof rooms;
  /** Whether the person came from another area, not with the address that the page was opened with. */
  readonly moved: RefObject<boolean>;
}

function Room({ kind, within, moved }: RoomProps) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever came by a link in the page reads on here, and screen readers say where that is.
    if (moved.current) main.current?.focus();
  }, [moved]);
  const Shown = rooms[kind];
  return (
    <main
      ref={main}
      id={kind}
      className={classes('scrolls', styles.root)}
      tabIndex={-1}
      aria-label={places.names[kind]}
    >
      <ErrorBoundary part="page">
        <Shown within={within} />
      </ErrorBoundary>
    </main>
  );
}
