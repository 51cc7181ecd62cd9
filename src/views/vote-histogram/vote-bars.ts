import { groups } from 'd3';
import { votes as words } from '#words/en/votes.ts';
import type { VoteCell, VoteRow } from './vote-rows.ts';

/** A bar in words. */
export function rowLabel({ display, votes, outcome, chosen, forms, several }: VoteRow): string {
  if (several) return several.spoken;
  return words.spokenBar({ answer: display, votes, outcome, chosen, forms: forms.length });
}

/** Beside a bar. */
export const barText = (bar: VoteRow): string => bar.several?.beside ?? words.bar(bar);

/** About how wide a character of a count is, in pixels; one of Chinese is square. */
const characterWidth = { latin: 6.8, han: 13.2 } as const;
const gap = 8;

/** Where a count stands: at the end of its bar, or above it at the right, where the bar leaves no room. */
export function countPlace(
  text: string,
  barEnd: number,
  right: number,
): { readonly x: number; readonly above: boolean; readonly wide: number } {
  const han = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  const wide = han * characterWidth.han + (text.length - han) * characterWidth.latin + 2 * gap;
  const above = barEnd + wide - gap > right;
  return { x: above ? right : barEnd + gap, above, wide };
}

/** What a bar is drawn of: single votes, or, where these would be too thin, all votes of one form together. */
export interface VoteBlock {
  /** The vote it is; null where it is several. */
  readonly sequence: number | null;
  readonly form: number;
  readonly from: number;
  readonly votes: number;
}

/** How forms are told apart: the first three by a shade each, all others by one more. */
export const shadeOf = (form: number): number => Math.min(form, 3);

/** @param together all votes of one shade are one block */
export function voteBlocks(cells: readonly VoteCell[], together: boolean): readonly VoteBlock[] {
  if (!together) return cells.map(({ sequence, form }, from) => ({ sequence, form, from, votes: 1 }));
  let from = 0;
  return groups(cells, ({ form }) => shadeOf(form)).map(([form, alike]) => {
    const votes = alike.length;
    from += votes;
    return { sequence: votes === 1 ? (alike[0]?.sequence ?? null) : null, form, from: from - votes, votes };
  });
}
