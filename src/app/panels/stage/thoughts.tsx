import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { RunState, Sequence } from '#run/state.ts';
import { sequenceOf } from '#run/state.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { side } from '../side.ts';
import type { PointAt, TipHandle } from './token-tip.tsx';
import { TraceCard } from './trace-card.tsx';
import { usePart } from '#app/ui/use-part.ts';
import { ManyTracesLater, SearchThoughtsLater, thoughtParts } from '../thoughts/later.ts';
import { classes } from '#views/classes.ts';
import styles from './thoughts.module.css';
import { stage } from '#words/en/stage.ts';
import notes from './stage-notes.module.css';

/** As many cards are drawn however far off the screen they are. */
const mostAtOnce = 100;

/** What was thought: of a search by its finished traces, else trace by trace. */
export function Thoughts({ view }: { readonly view: RunState }) {
  const enlarged = useApp((state) => state.enlarged);
  return view.tree.length > 0 && enlarged === null ? (
    <SearchThoughtsLater view={view} />
  ) : (
    <Traces view={view} />
  );
}

/** The traces: one large, or a grid of cards of one size, so that nothing moves while they are written. */
function Traces({ view }: { readonly view: RunState }) {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  const enlarged = useApp((state) => state.enlarged);
  const showThinking = useApp((state) => state.showThinking);
  const tip = useRef<TipHandle>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(0);
  const onPoint = useCallback<PointAt>((token, element) => tip.current?.pointAt(token, element), []);
  const onSelectToken = useCallback(
    (sequence: number, index: number) => app.view.select({ kind: 'token', sequence, index }),
    [app],
  );
  const onSelectTrace = useCallback(
    (sequence: number) => app.view.select({ kind: 'trace', sequence }),
    [app],
  );

  const alone =
    view.sequences.length === 1
      ? view.sequences[0]
      : enlarged === null
        ? undefined
        : sequenceOf(view, enlarged);
  const prose = useApp(
    ({ library }) =>
      view.experiment !== null && abilitiesOf(view.experiment.model, library).capabilities.instructions,
  );
  const later = usePart(thoughtParts);
  const beside = usePart(side);
  const shown = alone ? [alone] : view.sequences;
  const reachable = shown.some((sequence) => sequence.sequence === reached) ? reached : shown[0]?.sequence;

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-trace]') : null;
    if (!from || alone) return;
    const columns = getComputedStyle(
      from.closest('article')?.parentElement ?? from,
    ).gridTemplateColumns.split(' ').length;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = shown.findIndex((sequence) => String(sequence.sequence) === from.dataset['trace']);
    const next = shown[at + step];
    if (!next) return;
    setReached(next.sequence);
    const button = grid.current?.querySelector<HTMLElement>(`[data-trace="${next.sequence}"]`);
    button?.focus({ preventScroll: true });
    button?.closest('article')?.scrollIntoView({ block: 'nearest' });
  }

  const drawCard = (sequence: Sequence, place: number) => (
    <TraceCard
      key={sequence.sequence}
      place={place}
      of={shown.length}
      sequence={sequence}
      large={alone !== undefined}
      prose={prose}
      showThinking={showThinking}
      live={view.status === 'running'}
      selectedToken={
        selection?.kind === 'token' && selection.sequence === sequence.sequence ? selection.index : null
      }
      traceSelected={selection?.kind === 'trace' && selection.sequence === sequence.sequence}
      reachable={sequence.sequence === reachable}
      onPoint={onPoint}
      onSelectToken={onSelectToken}
      onSelectTrace={onSelectTrace}
      onEnlarge={app.view.enlarge}
      onToggleThinking={app.view.showThinking}
    />
  );

  if (shown.length === 0) return <p className={classes(notes.waiting, 'quiet')}>{stage.noTrace}</p>;
  return (
    <>
      {later && shown[0] && <later.UnitsNote first={shown[0]} />}
      <div className={alone ? classes(styles.root, styles.one, 'scrolls') : classes(styles.root, 'scrolls')}>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys belong to the buttons inside, which hand them up */}
        <div
          ref={grid}
          className={alone ? styles.alone : styles.grid}
          data-compact={showThinking ? undefined : ''}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const card = event.target.closest('article')?.querySelector<HTMLElement>('[data-trace]');
            if (card) setReached(Number(card.dataset['trace']));
          }}
        >
          {shown.length > mostAtOnce ? (
            <ManyTracesLater items={shown} compact={!showThinking} card={drawCard} />
          ) : (
            shown.map(drawCard)
          )}
        </div>
        {beside && <beside.TokenTip ref={tip} />}
      </div>
    </>
  );
}
