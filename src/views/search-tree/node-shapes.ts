import type { FalseReason } from '#run/facts/false-step.ts';
import type { NodeShape, NodeSign } from './node-glyph.ts';

/** The outline of a node around 0, 0. */
export function shapePath(shape: NodeShape, r: number): string {
  switch (shape) {
    case 'circle':
      return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    case 'square': {
      const side = r * 0.94;
      return `M${-side} ${-side}h${2 * side}v${2 * side}h${-2 * side}z`;
    }
    case 'diamond':
      return `M0 ${-r * 1.2}L${r * 1.2} 0 0 ${r * 1.2} ${-r * 1.2} 0z`;
  }
}

/** Tick, cross or dot around 0, 0, for a node of half width 8. */
export const signPaths: Readonly<Record<Exclude<NodeSign, null>, string>> = {
  right: 'M-4 .3-1.2 3.2 4.2-3.4',
  wrong: 'M-3.2-3.2 3.2 3.2M3.2-3.2-3.2 3.2',
  answer: 'M-2.6 0H2.6',
};

/** The line through a node that was given up. */
export function strikePath(r: number): string {
  const out = r + 3;
  return `M${-out} ${out * 0.55}L${out} ${-out * 0.55}`;
}

/** Of a step that is false by rule, around 0, 0: "not equal", "not an element of", a list crossed out. */
export const falsePaths = {
  'not-so': 'M-3.5-1.5H3.5M-3.5 1.7H3.5M2-4.2-2 4.4',
  'not-there': 'M3.2-3.4H.4A3.4 3.4 0 0 0 .4 3.4H3.2M-3 0H3M2.6-4.8-2.2 4.8',
  'other-left': 'M-2.8-4H-4.6V4H-2.8M2.8-4H4.6V4H2.8M1.7-2.2-1.7 2.2',
} satisfies Record<FalseReason, string>;
