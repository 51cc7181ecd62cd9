import type { VerifierKind } from '#experiment/verifier.ts';
import type { Answer, ChoiceRule, Grade } from '../events.ts';
import type { Decision } from '../facts/decision.ts';
import type { FalseStep } from '../facts/false-step.ts';
import type { Fault } from '../facts/fault.ts';
import type { SequenceLabel } from '../facts/label.ts';
import type { Cut, NoAnswer } from '../no-answer.ts';
import type { Score } from '../score.ts';
import type { RunState, Sequence } from '../state.ts';
import type { Contest } from './contest.ts';

/** Which steps of a sequence are false by rule; [] where there are no rules. */
export type FindFalse = (state: RunState, sequence: Sequence) => readonly FalseStep[];

/** Whether an answer on the way is right: the log grades only what a trace answers at last. */
export type GradeOnTheWay = (answer: Answer) => Grade['outcome'];

/** How a run ended. */
export type RunOutcome =
  | {
      readonly kind: 'answered';
      readonly answer: Answer;
      readonly by: ChoiceRule;
      /** Null where it was never graded. */
      readonly grade: Grade | null;
      /** Where the highest score decided: how close that was. */
      readonly contest: Contest | null;
    }
  | { readonly kind: 'no-answer'; readonly none: NoAnswer | null }
  | { readonly kind: 'cancelled' | 'failed'; readonly ends: number };

/** How an answer changed from one to a later one; `unknown` where the first was never asked for. */
export type Change = 'same' | 'mended' | 'spoilt' | 'other' | 'unknown';

/** Something worth saying of a run that is over, on top of how it ended. Shares are of its finished traces. */
export type Finding =
  /** The answer chosen is wrong and these right ones were there: `score` is the best of theirs, where they have any. */
  | {
      readonly kind: 'found-not-chosen';
      readonly answer: string;
      readonly count: number;
      readonly of: number;
      readonly score: Score;
      readonly chosenScore: Score;
    }
  /** None of several finished traces is right. */
  | { readonly kind: 'none-right'; readonly of: number }
  | { readonly kind: 'others-wrong'; readonly wrong: number; readonly of: number }
  | { readonly kind: 'all-same'; readonly of: number }
  /** A verifier's score of a step, or of a whole trace, that the rules prove false. `chosen`: it is part of what was chosen. */
  | {
      readonly kind: 'fooled';
      readonly score: number;
      readonly verifier: VerifierKind;
      readonly judged: 'step' | 'trace';
      readonly step: string;
      readonly fault: Fault;
      readonly chosen: boolean;
    }
  /** The first false step of what was chosen; `despite`: the answer is right all the same. */
  | {
      readonly kind: 'first-false';
      readonly label: SequenceLabel | null;
      readonly step: string;
      readonly part: FalseStep['part'];
      readonly fault: Fault;
      readonly despite: boolean;
    }
  /** Every step of a wrong game is true, and leads elsewhere. */
  | { readonly kind: 'all-true' }
  /** The first false step of a trace that is wrong, where what was chosen is right. */
  | {
      readonly kind: 'slip';
      readonly label: SequenceLabel;
      readonly step: string;
      readonly fault: Fault;
    }
  /** Some traces were cut and so have no answer. */
  | { readonly kind: 'cut'; readonly count: number; readonly of: number; readonly cut: Cut }
  | { readonly kind: 'budget-out'; readonly budget: number }
  /**
   * What the forced words changed: the answer before the first of them and the one after the last. `mendedBy` is the first of them
   * after which the answer was right, where that is known; then `before` and `after` are those around it.
   */
  | {
      readonly kind: 'waits';
      readonly forced: number;
      readonly mendedBy: number | null;
      readonly before: string | null;
      readonly after: string | null;
      readonly change: Change;
    }
  | { readonly kind: 'own-waits'; readonly count: number }
  /** A search's tree; `right` is null where nobody can say. */
  | { readonly kind: 'search'; readonly nodes: number; readonly ends: number; readonly right: number | null }
  | { readonly kind: 'simulations'; readonly run: number; readonly again: number }
  /** How many different answers the votes went to. */
  | { readonly kind: 'answers'; readonly count: number; readonly votes: number }
  /** A verifier's lowest and highest score of whole traces. */
  | { readonly kind: 'scores'; readonly lowest: number; readonly highest: number; readonly of: number }
  | { readonly kind: 'stopped-early'; readonly traces: number; readonly limit: number }
  /** A vote that might have stopped early and did not. */
  | { readonly kind: 'never-settled'; readonly limit: number }
  | ({ readonly kind: 'difficulty' } & Pick<
      Extract<Decision, { readonly kind: 'difficulty' }>,
      'looks' | 'plan' | 'agreement' | 'mean'
    >)
  /** Steps that a verifier refused in step-by-step verification. */
  | { readonly kind: 'refused'; readonly refused: number; readonly kept: number }
  /** Revision: attempts that made a wrong answer right, and a right one wrong. */
  | { readonly kind: 'revised'; readonly attempts: number; readonly mended: number; readonly spoilt: number }
  | { readonly kind: 'examples'; readonly shown: number }
  | { readonly kind: 'no-thinking'; readonly tokens: number }
  | { readonly kind: 'thought'; readonly tokens: number }
  /** Where the only trace was least sure of its own token; `instead` is the likeliest other one. */
  | {
      readonly kind: 'least-sure';
      readonly text: string;
      readonly probability: number;
      readonly instead: { readonly text: string; readonly probability: number } | null;
    };

export interface WhatHappened {
  readonly outcome: RunOutcome;
  /** What explains it best; null where nothing has to be explained. */
  readonly main: Finding | null;
  /** What else there is to know, the most telling first. */
  readonly findings: readonly Finding[];
}

export type FindingOf<Kind extends Finding['kind']> = Extract<Finding, { readonly kind: Kind }>;
