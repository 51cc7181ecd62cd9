import { room } from '../language.ts';
import { fixed, number } from './format.ts';

/** `93%`, `0.4%`, `< 0.1%`: as many digits as say something. */
function probability(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '< 0.1%';
  if (value >= 99.9 && value < 100) return '> 99.9%';
  const tenths = (value > 0 && value < 1) || (value > 99 && value < 100);
  return `${tenths ? fixed(value, 1) : number(value)}%`;
}

/** A token as it is read out. */
export const tokens = room('tokens', {
  probability,
  newLine: 'new line',
  space: 'space',
  nothing: 'nothing',
  /** `text` is what can be heard of it; `likely` is in [0, 1], null where it is not known. */
  spoken: ({
    text,
    wait,
    forced,
    likely,
  }: {
    readonly text: string;
    readonly wait: boolean;
    readonly forced: boolean;
    readonly likely: number | null;
  }) =>
    [
      `Token ${text}`,
      wait ? 'a pause to think again' : '',
      forced ? 'forced by the strategy' : '',
      likely === null ? '' : `probability ${probability(likely)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
});
