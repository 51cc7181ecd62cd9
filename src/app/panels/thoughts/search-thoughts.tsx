import { useCallback, useMemo, useRef } from 'react';
import { searchTraces } from '#run/search-traces.ts';
import type { RunState } from '#run/state.ts';
import { sequenceOf } from '#run/state.ts';
import { classes } from '#views/classes.ts';
import { thoughts } from '#words/en/thoughts.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { useMedia } from '#app/ui/use-media.ts';
import { Windowed, type WindowedHandle } from '#app/ui/windowed.tsx';
import { TokenTip, type PointAt, type TipHandle } from '../stage/token-tip.tsx';
import { FinishedCard } from './finished-card.tsx';
import { GoToTrace } from './go-to-trace.tsx';
import { OtherSteps } from './other-steps.tsx';
import { useColumns } from './use-columns.ts';
import styles from './search-thoughts.module.css';

/** Below this many there is nothing to look for. */
const many = 100;
/** About how high a card is, in pixels. */
const cardHeight = { open: 178, compact: 86 } as const;

/** What a search thought: its finished traces, the best first, and by their place in the tree the steps that are in none. */
export function SearchThoughts({ view }: { readonly view: RunState }) {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  const showThinking = useApp((state) => state.showThinking);
  const tip = useRef<TipHandle>(null);
  const list = useRef<WindowedHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const largeType = useMedia('(min-width: 1600px)');
  const columns = useColumns(frame, { rem: largeType ? 22 : 18, gap: 0.75 });
  const { finished, others } = useMemo(() => searchTraces(view), [view]);
  const onPoint = useCallback<PointAt>((token, element) => tip.current?.pointAt(token, element), []);
  const onSelectToken = useCallback(
    (sequence: number, index: number) => app.view.select({ kind: 'token', sequence, index }),
    [app],
  );
  const running = view.status === 'running';
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <div className={styles.head}>
        <p>
          {finished.length === 0 ? (
            <span className="quiet">{running ? thoughts.noneYet : thoughts.none}</span>
          ) : (
            <>
              <strong>{thoughts.finished(finished.length)}</strong>
              {finished.length > 1 && <span className="quiet">{thoughts.bestFirst}</span>}
            </>
          )}
        </p>
        {finished.length > many && (
          <GoToTrace
            count={finished.length}
            onGo={(place) =>
              list.current?.show(place)?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
            }
          />
        )}
      </div>
      <div ref={frame}>
        <Windowed
          key={`${columns} ${showThinking}`}
          ref={list}
          items={finished}
          by={columns * 6}
          columns={columns}
          height={showThinking ? cardHeight.open : cardHeight.compact}
          pieceClass={styles.grid}
          renderItem={(trace, place) => (
            <FinishedCard
              key={trace.end}
              view={view}
              trace={trace}
              place={place}
              of={finished.length}
              showThinking={showThinking}
              selection={selection}
              onPoint={onPoint}
              onSelectToken={onSelectToken}
              onSelectNode={app.view.select}
            />
          )}
        />
      </div>
      {others.length > 0 && (
        <OtherSteps
          view={view}
          others={others}
          alone={finished.length === 0}
          onSelect={(number) => {
            const node = sequenceOf(view, number)?.node ?? null;
            app.view.select(node === null ? { kind: 'trace', sequence: number } : { kind: 'node', node });
          }}
          onEnlarge={app.view.enlarge}
        />
      )}
      <TokenTip ref={tip} />
    </div>
  );
}
