import type { Grade } from '#run/answer.ts';
import { nodeValue, type TreeNodeState } from '#run/tree-state.ts';
import { inkOn, valueColour } from './value-ramp.ts';

/** A second sign beside colour: circle for what may go on, square for what has ended with an answer, diamond for what was cut off. */
export type NodeShape = 'circle' | 'square' | 'diamond';
export type NodeSign = 'right' | 'wrong' | 'answer' | null;

/** What a node looks like, whoever draws it: the picture, the outline, the legend, a thumbnail. */
export interface NodeGlyph {
  readonly shape: NodeShape;
  /** Half its width. */
  readonly r: number;
  /** The colour of its value; null where it is hollow, because nothing is known of it or it was pruned. */
  readonly fill: string | null;
  /** What has ended with an answer says which. */
  readonly sign: NodeSign;
  /** What stands out on the fill; null on a hollow node, where the page's own ink does. */
  readonly ink: 'black' | 'white' | null;
  /** Pruned: a line through it. */
  readonly struck: boolean;
  /** Kept by the search: a stronger edge. */
  readonly kept: boolean;
}

/** The state that shows. */
export type GlyphFacts = Pick<TreeNodeState, 'end' | 'status' | 'visits' | 'value' | 'score'> & {
  readonly grade: Pick<Grade, 'outcome'> | null;
};

const shapes = {
  open: 'circle',
  terminal: 'square',
  dead: 'diamond',
} satisfies Record<TreeNodeState['end'], NodeShape>;

export function nodeGlyph(node: GlyphFacts, r: number): NodeGlyph {
  const { end, status, grade } = node;
  const struck = status === 'pruned';
  const value = struck ? null : nodeValue(node);
  const graded = grade && grade.outcome !== 'ungraded' ? grade.outcome : 'answer';
  return {
    shape: shapes[end],
    r,
    fill: value === null ? null : valueColour(value),
    sign: end === 'terminal' ? graded : null,
    ink: value === null ? null : inkOn(value),
    struck,
    kept: status === 'kept',
  };
}

/**
 * Half a node's width, by the area: four times the visits, twice as wide.
 *
 * @param mostVisits those of the most visited node, 1 or more.
 */
export function nodeRadius(
  { visits, end, children }: Pick<TreeNodeState, 'visits' | 'end' | 'children'>,
  mostVisits: number,
): number {
  const unvisited = end === 'terminal' ? 7.5 : children.length > 0 ? 6 : 5;
  return visits === 0 ? unvisited : Math.max(unvisited, 4 + 9 * Math.sqrt(Math.min(1, visits / mostVisits)));
}
