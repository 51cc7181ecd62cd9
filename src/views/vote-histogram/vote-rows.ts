import type { Grade, VoteGroup } from '#run/events.ts';
import type { RunState } from '#run/state.ts';
import { sequenceOf } from '#run/state.ts';

/** One bar of the histogram. */
export interface VoteRow {
  readonly key: string;
  readonly display: string;
  readonly votes: number;
  readonly share: number;
  readonly outcome: Grade['outcome'];
  /** Of the first of its traces that has one. */
  readonly grade: Grade | null;
  readonly chosen: boolean;
  /** Texts merged into this answer, in order of first appearance. */
  readonly forms: readonly string[];
  readonly cells: readonly VoteCell[];
  /** Of a bar that is more than one answer: what stands beside it, and how it is read out. */
  readonly several?: { readonly beside: string; readonly spoken: string };
}

/** One vote: one trace. */
export interface VoteCell {
  readonly sequence: number;
  /** Which of the row's forms this trace wrote. */
  readonly form: number;
}

/** What the histogram shows at some point of a run. */
export interface VotePicture {
  readonly rows: readonly VoteRow[];
  readonly votes: number;
  /** Traces the run has started: no bar can become longer than this. */
  readonly traces: number;
  readonly unread: number;
  readonly withoutAnswer: number;
}

/** The histogram's data out of the run's state. */
export function votePicture(state: RunState): VotePicture {
  const votes = state.ballots.length;
  const formOf = new Map(state.ballots.map((ballot) => [ballot.sequence, ballot.answer.text]));
  return {
    rows: state.votes.map((group) => row(state, group, votes, formOf)),
    votes,
    traces: state.sequences.length,
    unread: state.sequences.filter((sequence) => !sequence.extracted).length,
    withoutAnswer: state.sequences.filter((sequence) => sequence.extracted && !sequence.answer).length,
  };
}

function row(state: RunState, group: VoteGroup, votes: number, formOf: ReadonlyMap<number, string>): VoteRow {
  const grade = group.sequences.map((number) => sequenceOf(state, number)?.grade).find((known) => known);
  return {
    key: group.key,
    display: group.display,
    votes: group.votes,
    share: votes === 0 ? 0 : group.votes / votes,
    outcome: grade?.outcome ?? 'ungraded',
    grade: grade ?? null,
    chosen: state.chosen?.answer?.key === group.key,
    forms: group.forms,
    cells: group.sequences.map((sequence) => ({
      sequence,
      form: Math.max(0, group.forms.indexOf(formOf.get(sequence) ?? '')),
    })),
  };
}
