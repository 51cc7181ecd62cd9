import { spokenName } from '#app/models/spoken-name.ts';
import { strategyBrief } from '#words/describe.ts';
import { strategies } from '#words/en/strategies.ts';
import type { RunRecord } from '#app/records/summary.ts';
import { problems as problemWords } from '#words/en/problems.ts';

/** What became of a run. */
export type RunEnd = 'right' | 'wrong' | 'ungraded' | 'no-answer' | 'stopped' | 'failed' | 'broke-off';
export const runEnds: readonly RunEnd[] = [
  'right',
  'wrong',
  'ungraded',
  'no-answer',
  'stopped',
  'failed',
  'broke-off',
];

export function runEndOf({
  status,
  answer,
  outcome,
}: Pick<RunRecord, 'status' | 'answer' | 'outcome'>): RunEnd {
  switch (status) {
    case 'open':
      return 'broke-off';
    case 'left':
    case 'cancelled':
      return 'stopped';
    case 'failed':
      return 'failed';
    case 'finished':
      return answer === null ? 'no-answer' : (outcome ?? 'ungraded');
  }
}

/** What is looked for among runs; null: any. */
export interface RunSearch {
  readonly text: string;
  readonly strategy: string | null;
  readonly end: RunEnd | null;
}

/** Runs that have all the words in what was asked and answered. Pinned ones stand first. */
export function findRuns(runs: readonly RunRecord[], search: RunSearch): readonly RunRecord[] {
  const words = search.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = runs.filter((run) => {
    if (search.strategy !== null && run.experiment.strategy.kind !== search.strategy) return false;
    if (search.end !== null && runEndOf(run) !== search.end) return false;
    if (words.length === 0) return true;
    const text = textOf(run);
    return words.every((word) => text.includes(word));
  });
  return [...found.filter(({ pinned }) => pinned), ...found.filter(({ pinned }) => !pinned)];
}

function textOf({ experiment, answer }: RunRecord): string {
  const { problem, strategy, model, seed } = experiment;
  return [
    problemWords.text(problem),
    strategies[strategy.kind].name,
    strategyBrief(strategy),
    spokenName(model),
    String(seed),
    answer ?? '',
  ]
    .join(' ')
    .toLowerCase();
}
