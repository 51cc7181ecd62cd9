import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { findInPassages, mostPlaces } from '#run/passages/find-in-passages.ts';
import { type PassageKind, passageKinds } from '#run/passages/passage-kinds.ts';
import { extendPassages, type Passage, passagesOf, passagesWithin } from '#run/passages/passages.ts';
import type { Sequence } from '#run/state.ts';
import type { Segment } from '#run/trace-text.ts';
import { classes } from '#views/classes.ts';
import type { TokenStreamProps } from '#views/token-stream/token-stream.tsx';
import { passages as words } from '#words/en/passages.ts';
import { Windowed, type WindowedHandle } from '#app/ui/windowed.tsx';
import type { PointAt } from '../stage/token-tip.tsx';
import { useStepsOf } from './false-marks.tsx';
import { FindBar } from './find-bar.tsx';
import { KindSign } from './kind-sign.tsx';
import { PassageView } from './passage-view.tsx';
import { ThoughtMap } from './thought-map.tsx';
import styles from './long-thought.module.css';

/** About how high a passage is, in pixels. */
const passageHeight = 84;
const nothing: readonly number[] = [];

export interface LongThoughtProps extends TokenStreamProps {
  readonly sequence: Sequence;
  readonly onNote: PointAt;
}

/**
 * A thought of thousands of tokens: in passages sorted by rule, which fold by kind; searched; with a map beside it. While it grows,
 * only its last passage changes, and of the others only those near the screen are drawn.
 */
export function LongThought(props: LongThoughtProps) {
  const falseSteps = useStepsOf(props.sequence);
  const passages = usePassages(props.segments);
  const list = useRef<WindowedHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<PassageKind>>(new Set());
  /** Those that were folded or unfolded by themselves. */
  const [own, setOwn] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [wanted, setWanted] = useState('');
  /** The place that is looked at; null before the first. */
  const [place, setPlace] = useState<number | null>(null);
  const found = useMemo(() => findInPassages(passages, wanted), [passages, wanted]);
  const at = place === null || found.length === 0 ? null : Math.min(place, found.length - 1);
  const current = at === null ? undefined : found[at];
  const marks = useMemo(() => byPassage(found), [found]);
  const counts = useMemo(() => countKinds(passages), [passages]);
  const isFolded = ({ index, kind }: Passage) => own.get(index) ?? folded.has(kind);
  const fold = useCallback(
    (index: number, on: boolean) => setOwn((before) => new Map(before).set(index, on)),
    [],
  );

  function foldKind(kind: PassageKind) {
    const after = new Set(folded);
    if (!after.delete(kind)) after.add(kind);
    setFolded(after);
    setOwn(new Map([...own].filter(([index]) => passages[index]?.kind !== kind)));
  }
  function goTo(to: number) {
    const next = found[to];
    if (!next) return;
    flushSync(() => {
      setPlace(to);
      fold(next.passage, false);
    });
    list.current?.show(next.passage, 'center');
    const token = scroller.current?.querySelector(`[data-index="${next.tokens[0] ?? 0}"]`);
    token?.scrollIntoView({ block: 'center' });
  }

  return (
    <div className={styles.root}>
      <div className={styles.tools}>
        <fieldset className={styles.legend} aria-label={words.legend}>
          {passageKinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className={styles.kind}
              aria-pressed={!folded.has(kind)}
              aria-label={words.kind({ kind: words.kinds[kind], count: counts[kind] })}
              disabled={counts[kind] === 0}
              onClick={() => foldKind(kind)}
            >
              <KindSign kind={kind} />
              {words.kinds[kind]} <span className={classes('mono', styles.count)}>{counts[kind]}</span>
            </button>
          ))}
          <span className="quiet">{words.byRule}</span>
        </fieldset>
        <FindBar
          wanted={wanted}
          at={at}
          of={found.length}
          more={found.length === mostPlaces}
          onChange={(text) => {
            setWanted(text);
            setPlace(null);
          }}
          onGo={goTo}
        />
      </div>
      <div className={styles.body}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- its items stand in pieces, which a ul may not hold */}
        <div ref={scroller} className={classes(styles.list, 'scrolls')} role="list">
          <div className={styles.inner} role="presentation">
            <Windowed
              ref={list}
              items={passages}
              by={2}
              height={passageHeight}
              renderItem={(passage) => (
                <PassageView
                  key={passage.index}
                  passage={passage}
                  of={passages.length}
                  folded={isFolded(passage)}
                  found={marks.get(passage.index) ?? nothing}
                  current={current?.passage === passage.index ? current.tokens : nothing}
                  selected={props.selected}
                  label={props.label}
                  falseSteps={falseSteps}
                  onNote={props.onNote}
                  onFold={fold}
                  onPoint={props.onPoint}
                  onSelect={props.onSelect}
                />
              )}
            />
          </div>
        </div>
        <ThoughtMap
          passages={passages}
          found={marks}
          scroller={scroller}
          onGo={(index) => list.current?.show(index, 'start')}
        />
      </div>
    </div>
  );
}

/** The passages of a thought that grows or is stepped back: those that are closed stay the same objects. */
function usePassages(segments: readonly Segment[]): readonly Passage[] {
  const [read] = useState(passageReader);
  return useMemo(() => read(segments), [read, segments]);
}

function passageReader(): (segments: readonly Segment[]) => readonly Passage[] {
  /** The most that was read. */
  let known: { readonly segments: readonly Segment[]; readonly passages: readonly Passage[] } = {
    segments: [],
    passages: [],
  };
  return (segments) => {
    // The last segment may have become another, which is in the last passage, and that is read anew.
    const last = Math.min(segments.length, known.segments.length) - 2;
    const isSame = last < 0 || segments[last] === known.segments[last];
    if (isSame && segments.length < known.segments.length)
      return extendPassages(passagesWithin(known.passages, segments.length), segments);
    known = { segments, passages: isSame ? extendPassages(known.passages, segments) : passagesOf(segments) };
    return known.passages;
  };
}

function byPassage(found: readonly { readonly passage: number; readonly tokens: readonly number[] }[]) {
  const marks = new Map<number, readonly number[]>();
  for (const { passage, tokens } of found) marks.set(passage, [...(marks.get(passage) ?? []), ...tokens]);
  return marks;
}

function countKinds(passages: readonly Passage[]): Readonly<Record<PassageKind, number>> {
  const counts = { plan: 0, compute: 0, check: 0, doubt: 0, backtrack: 0, conclude: 0, rest: 0 };
  for (const { kind } of passages) counts[kind] += 1;
  return counts;
}
