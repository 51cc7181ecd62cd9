import type { Decision } from '#run/facts/decision.ts';
import type { Fault } from '#run/facts/fault.ts';
import type { ScoreReason } from '#run/facts/score-reason.ts';
import type { BacktrackReason, KeptReason } from '#run/facts/search-reason.ts';
import { events } from './en/events.ts';
import { faults } from './en/faults.ts';
import { say } from './say.ts';

/** What is wrong with a trace: `9 - 3 is 6, not 5`. */
export const faultText = (fault: Fault): string => say(faults, fault);

/** Where a score comes from, or why there is none. */
export const scoreReasonText = (why: ScoreReason): string => say(events.scores, why);

/** Why nodes were kept, or pruned: `the 2 best of 5 by value`. */
export const keptText = (why: KeptReason): string => say(events.kept, why);

/** Why a search left a node. */
export const backtrackText = (why: BacktrackReason): string => say(events.backtracked, why);

/** What a strategy decided. */
export const decisionText = (decision: Decision): string => say(events.decided, decision);

/** A number that decided; `isAnswer`: it is named by an answer, which is data and no word. */
export interface Evidence {
  readonly name: string;
  readonly value: number;
  readonly isAnswer?: true;
}

/** The numbers that decided, in the order in which they are read. */
export function evidenceOf(decision: Decision): readonly Evidence[] {
  switch (decision.kind) {
    case 'stop-sampling':
      return [
        { name: events.evidence.traces, value: decision.traces },
        { name: events.evidence.tracesAtMost, value: decision.limit },
        { name: events.evidence.first, value: decision.first },
        { name: events.evidence.second, value: decision.second },
        ...(decision.lead
          ? [
              { name: events.evidence.lead, value: decision.lead.probability },
              { name: events.evidence.leadWanted, value: decision.lead.wanted },
            ]
          : []),
      ];
    case 'difficulty':
      return [
        { name: events.evidence.agreement, value: decision.agreement },
        ...(decision.mean === null ? [] : [{ name: events.evidence.mean, value: decision.mean }]),
        ...(decision.judged === decision.of
          ? []
          : [{ name: events.evidence.judged, value: decision.judged }]),
        { name: events.evidence.ease, value: decision.ease },
        { name: events.evidence.easyFrom, value: decision.easyFrom },
        { name: events.evidence.hardBelow, value: decision.hardBelow },
        { name: events.evidence.tokensLeft, value: decision.tokensLeft },
      ];
    case 'stop-at-budget':
    case 'stop-unjudged':
      return [{ name: events.evidence.passed, value: decision.passed }];
    case 'out-of-retries':
      return [
        { name: events.evidence.passed, value: decision.passed },
        { name: events.evidence.retries, value: decision.retries },
      ];
    case 'less-thinking':
      return [
        { name: events.evidence.thinking, value: decision.tokens },
        { name: events.evidence.thinkingWanted, value: decision.wanted },
      ];
    case 'all-valued':
      return [{ name: events.evidence.simulations, value: decision.simulations }];
    case 'voters':
      return decision.votes.map(({ node, votes }) => ({ name: events.evidence.node(node), value: votes }));
    case 'summed-scores':
    case 'confirmed-shares':
      return decision.answers.map(({ answer, score }) => ({ name: answer, value: score, isAnswer: true }));
    case 'vote-unjudged':
      return [{ name: events.evidence.answers, value: decision.answers }];
    case 'as-saved':
      return decision.evidence;
    case 'fewer-examples':
    case 'missing-actions':
      return [];
  }
}
