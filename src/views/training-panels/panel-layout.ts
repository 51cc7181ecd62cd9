import { bisector, line, scaleLinear, type ScaleLinear } from 'd3';
import { trend } from '../training-curve/curve-layout.ts';

/** What a panel shows, in the order of the panels. */
export const panelKinds = ['accuracy', 'reward', 'length', 'thinking', 'kl', 'silent'] as const;
export type PanelKind = (typeof panelKinds)[number];

export interface PanelPoint {
  readonly step: number;
  readonly value: number;
}

/** `measured`: few points, each exact, drawn as they are. `sampled`: a mean of what a step drew, with its noise averaged out beside it. */
export interface PanelLine {
  readonly kind: 'measured' | 'sampled';
  readonly points: readonly PanelPoint[];
}

/** One line a panel, or two on one axis. */
export type PanelLines = Readonly<Record<PanelKind, readonly PanelLine[]>>;

/** Panels whose values are shares of all. */
const shares: ReadonlySet<PanelKind> = new Set<PanelKind>(['accuracy', 'thinking', 'silent']);

export interface DrawnLine extends PanelLine {
  readonly path: string;
  /** With its noise averaged out; empty where there is none. */
  readonly trend: string;
}

export interface PanelLayout {
  readonly kind: PanelKind;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly ticks: readonly { readonly at: number; readonly value: number }[];
  readonly isShare: boolean;
  readonly lines: readonly DrawnLine[];
}

const room = { left: 52, right: 10, top: 8, bottom: 6 };
const plotHeight = 92;
/** An axis ends no lower: its ticks have two digits after the point. */
const finest = 0.02;

/** How many panels stand side by side in so many pixels. */
export const columnsIn = (width: number): number => (width >= 720 ? 3 : width >= 330 ? 2 : 1);

/** @param steps the axis ends there: steps that were asked for. */
export function panelLayout(
  kind: PanelKind,
  lines: readonly PanelLine[],
  { width, steps }: { readonly width: number; readonly steps: number },
): PanelLayout {
  const [left, right] = [room.left, Math.max(room.left + 40, width - room.right)];
  const [top, bottom] = [room.top, room.top + plotHeight];
  const isShare = shares.has(kind);
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const x = scaleLinear([0, Math.max(1, steps)], [left, right]);
  const most = highest(values);
  const y = scaleLinear(
    isShare ? [0, 1] : [Math.min(0, ...values), most === 0 ? 1 : Math.max(most, finest)],
    [bottom, top],
  );
  if (!isShare) y.nice(4);
  const path = line<PanelPoint>(
    ({ step }) => round(x(step)),
    ({ value }) => round(y(value)),
  );
  return {
    kind,
    width,
    height: bottom + room.bottom,
    left,
    right,
    top,
    bottom,
    x,
    y,
    isShare,
    ticks: y.ticks(2).map((value) => ({ at: y(value), value })),
    lines: lines.map((one) => {
      const smooth = trend(
        one.points.map(({ value }) => (isShare ? value : Math.min(value, most))),
        one.kind === 'measured' ? 0 : Math.ceil(one.points.length / 24),
      );
      return {
        ...one,
        path: path(one.points) ?? '',
        trend:
          one.kind === 'sampled'
            ? (path(one.points.map(({ step }, at) => ({ step, value: smooth[at] ?? 0 }))) ?? '')
            : '',
      };
    }),
  };
}

/**
 * The greatest value. But where nearly all stay below the half of it, one step shall not flatten all others, and what lies above leaves the
 * picture.
 */
function highest(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const greatest = sorted.at(-1) ?? 0;
  const nearly = sorted[Math.floor((sorted.length - 1) * 0.96)] ?? 0;
  const shown = sorted.length < 20 || greatest <= 2 * nearly ? greatest : nearly;
  return 1.05 * Math.max(0, shown);
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

const byStep = bisector(({ step }: PanelPoint) => step);

/** The last point at a step or before it. */
export function pointBefore(points: readonly PanelPoint[], step: number): PanelPoint | null {
  return points[byStep.right(points, step) - 1] ?? null;
}

/** The step that a place in a panel stands for, of those that are done. */
export function panelStepAt({ x }: Pick<PanelLayout, 'x'>, pixels: number, last: number): number {
  return Math.max(0, Math.min(last, Math.round(x.invert(pixels))));
}
