import { cividis } from './cividis.ts';

/** The dark end is left out: on a dark page it could not be told from the ground. */
const darkest = 0.08;
const classes = 100;
const colours: string[] = [];

/** The colour of a value in [0, 1]: cividis, dark blue for 0, yellow for 1, the same in both themes. */
export function valueColour(value: number): string {
  const at = Math.round(Math.min(1, Math.max(0, value)) * classes);
  return (colours[at] ??= cividis(darkest + (1 - darkest) * (at / classes)));
}

/** Black or white, whichever stands out more on the value's colour: by 4.5 to 1 at least. */
export function inkOn(value: number): 'black' | 'white' {
  return value >= 0.42 ? 'black' : 'white';
}

/** The ramp as a CSS gradient, for legends. */
export const rampGradient = `linear-gradient(to right, ${[0, 0.25, 0.5, 0.75, 1].map(valueColour).join(', ')})`;
