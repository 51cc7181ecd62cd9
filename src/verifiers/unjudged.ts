/** Why a score is missing, in words. */
export const budgetSpent = 'not judged: the budget was spent';
export const stepCut = 'not judged: the last step was cut off';
export const nothingWritten = 'not judged: nothing was written';

/** How many draws a step's score is made of, and how many were to be made. */
export interface DrawCount {
  readonly drawn: number;
  readonly wanted: number;
}

/** Steps named at most; a trace may have thousands. */
const named = 6;

/** Where step scores come from that are made of draws, and what of it the budget left out. */
export function whyDrawn(from: string, steps: readonly DrawCount[]): string {
  const short = steps.flatMap(({ drawn, wanted }, index) => {
    if (drawn >= wanted) return [];
    return [
      drawn === 0
        ? `step ${index + 1} is not judged`
        : `step ${index + 1} is judged by ${drawn} of ${wanted}`,
    ];
  });
  if (short.length === 0) return from;
  if (steps.every(({ drawn }) => drawn === 0)) return budgetSpent;
  const more = short.length > named ? [`and ${short.length - named} more`] : [];
  return `${from}; the budget was spent, so ${[...short.slice(0, named), ...more].join(', ')}`;
}
