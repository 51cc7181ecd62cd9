import type { Sequence } from '#run/state.ts';
import type { EndReason } from '#run/events.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Verdict } from '#app/ui/verdict.tsx';

const endings: Record<EndReason, string> = {
  'end-of-text': 'the model ended it',
  stop: 'a stop text was reached',
  length: 'it reached the most tokens allowed',
  context: "the model's context was full",
  cancelled: 'it was stopped',
};

/** Why a trace ended, in words. */
export function endingText(reason: EndReason): string {
  return endings[reason];
}

/** Where a trace stands: thinking, answering, its verdict, or why there is none. */
export function TraceStatus({ sequence, live }: { readonly sequence: Sequence; readonly live: boolean }) {
  if (sequence.grade) return <Verdict grade={sequence.grade} />;
  if (sequence.answer) return <span className="chip">answered</span>;
  if (sequence.extracted)
    return (
      <span className="chip">
        <Icon name="none" size={13} />
        no answer
      </span>
    );
  if (sequence.end === 'cancelled' || (!live && sequence.end === null))
    return (
      <span className="chip">
        <Icon name="stop" size={11} />
        stopped
      </span>
    );
  if (sequence.end) return <span className="chip">ended</span>;
  return (
    <span className="chip chip-busy">
      <span className="pulse" aria-hidden="true" />
      {sequence.answerTokens > 0 ? 'answering' : 'thinking'}
    </span>
  );
}
