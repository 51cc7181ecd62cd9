/** Numbers from one to another, all as far apart. */
export const evenStops = (from: number, to: number, by: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => Number((from + at * by).toFixed(6)));
