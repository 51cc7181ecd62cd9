import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3';

/** So many colours there are (Okabe and Ito 2008), named `--series-0` and so on. */
const colours = 7;
const signs: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolCross,
  symbolStar,
  symbolWye,
];
const dashes = ['', '7 3', '2 3', '9 3 2 3'];

/** How a series is told from others: by its colour, and by its sign and dashes where colours are not seen or used up. */
export interface SeriesStyle {
  /** For `data-series`, which has the colour. */
  readonly colour: number;
  /** SVG path of its sign around 0, 0. */
  readonly sign: string;
  /** For `stroke-dasharray`. */
  readonly dash: string;
}

/** The same colour comes with another sign and other dashes the next time. */
export function seriesStyle(place: number, ideal = false): SeriesStyle {
  const round = Math.floor(place / colours);
  const kind = signs[(place + round) % signs.length] ?? symbolCircle;
  return {
    colour: place % colours,
    sign: symbol(kind, kind === symbolTriangle || kind === symbolDiamond ? 58 : 64)() ?? '',
    dash: ideal ? '4 4' : (dashes[round % dashes.length] ?? ''),
  };
}
