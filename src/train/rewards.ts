import type { WrittenTrace } from './lane.ts';
import type { RewardRule } from './setup.ts';

/** What the rules see in a trace. */
export type RewardedTrace = Pick<WrittenTrace, 'answer' | 'right' | 'formed' | 'waits' | 'sequence'>;

/** The rewards of a group's traces, in their order. Rules alone: there is no model that could be fooled, but two of them can. */
export function groupRewards(rule: RewardRule, traces: readonly RewardedTrace[]): readonly number[] {
  switch (rule.kind) {
    case 'accuracy-and-format':
      return traces.map((trace) => withForm(trace, trace.right, rule.format));
    case 'accuracy':
      return traces.map(({ right }) => Number(right));
    case 'length':
      return traces.map((trace) => Number(trace.right) - rule.price * written(trace));
    case 'any-number':
      return traces.map((trace) => Number(trace.answer !== null) - rule.price * written(trace));
    case 'waits':
      return traces.map(({ right, waits }) => Number(right) + rule.pay * waits);
    case 'majority': {
      const most = majorityKey(traces);
      return traces.map((trace) =>
        withForm(trace, trace.answer !== null && trace.answer.key === most, rule.format),
      );
    }
  }
}

/** As `rewardOf` of `#lab/grpo/rewards.ts`: an answer counts only in a trace that keeps the form. */
const withForm = ({ formed }: RewardedTrace, counts: boolean, format: number): number =>
  (formed && counts ? 1 : 0) + (formed ? format : 0);

export const written = ({ sequence }: Pick<WrittenTrace, 'sequence'>): number =>
  sequence.tokens.length - sequence.start;

/** The answer that most traces came to, of equally many the one that came first; null where there is no answer. */
function majorityKey(traces: readonly RewardedTrace[]): string | null {
  const votes = new Map<string, number>();
  for (const { answer } of traces) if (answer) votes.set(answer.key, (votes.get(answer.key) ?? 0) + 1);
  const most = Math.max(...votes.values());
  return [...votes.keys()].find((key) => votes.get(key) === most) ?? null;
}
