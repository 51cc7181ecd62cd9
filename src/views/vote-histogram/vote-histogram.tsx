import { useLayoutEffect, useRef, useState } from 'react';
import { surely } from '#experiment/surely.ts';
import { useScale } from '../use-scale.ts';
import { useSpoken } from '../use-spoken.ts';
import { votes } from '#words/en/votes.ts';
import { createVoteHistogram, type VoteHistogramPicture as Controller } from './create-vote-histogram.ts';
import { type VotePicture } from './vote-rows.ts';
import styles from './vote-histogram.module.css';

export interface VoteHistogramProps {
  readonly picture: VotePicture;
  readonly selectedKey: string | null;
  /** What it is called, where there are several. */
  readonly label?: string;
  /** With a scale above it; as others of the same vote stand below one, they go without. */
  readonly scaled?: boolean;
  readonly nameOf: (sequence: number) => string;
  readonly onSelectGroup: (key: string) => void;
  readonly onSelectTrace: (sequence: number) => void;
}

/** The votes as bars; as wide as the room it gets. */
export function VoteHistogram(props: VoteHistogramProps) {
  // Its axis and bars are written by D3.
  return <Histogram key={useSpoken()} {...props} />;
}

function Histogram(props: VoteHistogramProps) {
  const { picture, selectedKey, label = votes.histogram, scaled = true } = props;
  const { nameOf, onSelectGroup, onSelectTrace } = props;
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const controller = useRef<Controller | null>(null);
  const handlers = useRef({ nameOf, onSelectGroup, onSelectTrace });
  const zoom = useScale();
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    handlers.current = { nameOf, onSelectGroup, onSelectTrace };
  });
  useLayoutEffect(() => {
    const element = surely(frame.current, 'element');
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    controller.current = createVoteHistogram(
      surely(svg.current, 'svg'),
      {
        nameOf: (sequence) => handlers.current.nameOf(sequence),
        onSelectGroup: (key) => handlers.current.onSelectGroup(key),
        onSelectTrace: (sequence) => handlers.current.onSelectTrace(sequence),
      },
      scaled,
    );
    return () => {
      observer.disconnect();
      controller.current?.destroy();
    };
  }, [scaled]);
  useLayoutEffect(() => {
    if (width > 0) controller.current?.update(picture, selectedKey, width / zoom, zoom);
  }, [picture, selectedKey, width, zoom]);
  return (
    <div ref={frame} className={styles.frame}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- there is no such tag in SVG */}
      <svg ref={svg} className={styles.svg} role="group" aria-label={label} />
    </div>
  );
}
