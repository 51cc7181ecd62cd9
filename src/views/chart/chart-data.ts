/** A value with what surrounds it, in the units of its axes. */
export interface ChartPoint {
  /** Unlike that of any other point of its series, and the same while the data grow. */
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Its 95% interval, where it has one. */
  readonly low?: number;
  readonly high?: number;
  /** What else there is to say of it, such as how many problems it stands for. */
  readonly note?: string;
}

export interface ChartSeries {
  readonly key: string;
  readonly name: string;
  /** In rising order of x. */
  readonly points: readonly ChartPoint[];
  /** Place among the colours and signs. A series keeps it when others come or go. */
  readonly place: number;
  /** What nobody can have, such as an oracle: drawn dashed, without signs. */
  readonly ideal?: boolean;
  /** Holds its value until the next point, as a ROC curve does between thresholds. */
  readonly stepped?: boolean;
}

export interface ChartAxis {
  readonly label: string;
  readonly format: (value: number) => string;
  /** A short form beside a tick, where the axis has little room. */
  readonly tick?: (value: number) => string;
  /** From where to where it reaches at least; without it, as far as the data do. */
  readonly domain?: readonly [number, number];
  /** Values that are ticked, where there are some that count, such as numbers of samples. */
  readonly ticks?: readonly number[];
}

/** A switch above a chart, such as what compute is counted in. */
export interface ChartChoice {
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** A point that is pointed at, focused or pressed. */
export interface ChartSpot {
  readonly series: string;
  readonly point: string;
}

/** Points of a chart that a reader can do something with. */
export type OnSpot = (spot: ChartSpot) => void;
