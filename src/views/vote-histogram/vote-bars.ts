import { votes as words } from '#words/en/votes.ts';
import type { VoteCell, VoteRow } from './vote-rows.ts';

/** A bar in words. */
export function rowLabel({ display, votes, outcome, chosen, forms, several }: VoteRow): string {
  if (several) return several.spoken;
  return words.spokenBar({ answer: display, votes, outcome, chosen, forms: forms.length });
}

/** Beside a bar. */
export const barText = (bar: VoteRow): string => bar.several?.beside ?? words.bar(bar);

/** What a bar is drawn of: single votes, or, where these would be too thin, all votes of one form together. */
export interface VoteBlock {
  /** The vote it is; null where it is several. */
  readonly sequence: number | null;
  readonly form: number;
  readonly from: number;
  readonly votes: number;
}

/** @param together all votes of one form are one block */
export function voteBlocks(cells: readonly VoteCell[], together: boolean): readonly VoteBlock[] {
  if (!together) return cells.map(({ sequence, form }, from) => ({ sequence, form, from, votes: 1 }));
  const counts = new Map<number, number>();
  for (const { form } of cells) counts.set(form, (counts.get(form) ?? 0) + 1);
  let from = 0;
  return [...counts].map(([form, votes]) => {
    from += votes;
    return {
      sequence: votes === 1 ? (cells.find((cell) => cell.form === form)?.sequence ?? null) : null,
      form,
      from: from - votes,
      votes,
    };
  });
}
