import type { Sequence } from '#run/state.ts';
import type { EndReason } from '#run/events.ts';
import { Icon } from '#app/ui/icon.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { stage } from '#words/en/stage.ts';

/** Why a trace ended, in words. */
export function endingText(reason: EndReason): string {
  return stage.ended[reason];
}

/** Where a trace stands: thinking, answering, its verdict, or why there is none. */
export function TraceStatus({ sequence, live }: { readonly sequence: Sequence; readonly live: boolean }) {
  if (sequence.grade) return <VerdictMark grade={sequence.grade} />;
  if (sequence.answer) return <span className="chip">{stage.status.answered}</span>;
  if (sequence.extracted)
    return (
      <span className="chip">
        <Icon name="none" size={13} />
        {stage.status.noAnswer}
      </span>
    );
  if (sequence.end === 'cancelled' || (!live && sequence.end === null))
    return (
      <span className="chip">
        <Icon name="stop" size={11} />
        {stage.status.stopped}
      </span>
    );
  if (sequence.end) return <span className="chip">{stage.status.ended}</span>;
  return (
    <span className="chip chip-busy">
      <span className="pulse" aria-hidden="true" />
      {sequence.answerTokens > 0 ? stage.status.answering : stage.status.thinking}
    </span>
  );
}
