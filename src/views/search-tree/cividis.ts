/**
 * The colour map cividis (Nuñez et al. 2018, doi 10.1371/journal.pone.0199239), by the polynomials of d3-scale-chromatic (ISC
 * licence), whose module would bring every other ramp along.
 */
const channels: readonly (readonly number[])[] = [
  [-4.54, -35.34, 2381.73, -6402.7, 7024.72, -2710.57],
  [32.49, 170.73, 52.82, -131.46, 176.58, -67.37],
  [81.24, 442.36, -2482.43, 6167.24, -6614.94, 2475.67],
];

/** `t` in [0, 1]: from dark blue to yellow. */
export function cividis(t: number): string {
  const levels = channels.map((of) => of.reduceRight((sum, coefficient) => sum * t + coefficient, 0));
  return `rgb(${levels.map((level) => Math.max(0, Math.min(255, Math.round(level)))).join(', ')})`;
}
