import type { Effort } from '#experiment/experiment.ts';
import { families } from '#experiment/families.ts';
import type { Family, Problem } from '#experiment/problem.ts';
import type { GroupTrace, Policy, TraceGroup } from '#lab/grpo/group.ts';
import type { GroupKind } from '#lab/grpo/signal.ts';
import { modelsFor } from '#policy/models.ts';
import type { Failure } from '#run/failure.ts';
import { type LensRule, ruleOfVariant } from './lens-rule.ts';

/** The policies whose log-probabilities the objective compares. */
export const policyRoles = ['old', 'now', 'reference'] as const;
export type PolicyRole = (typeof policyRoles)[number];

/** Natural log-probabilities, by trace and by token. */
export type GroupLogs = readonly (readonly number[])[];

/** What goes on in the workers; only one at a time. */
export type Busy =
  | { readonly kind: 'sampling' }
  | { readonly kind: 'scoring' }
  /** Looking among held-out problems for a group of that kind. */
  | { readonly kind: 'seeking'; readonly wanted: EvenKind; readonly tried: number; readonly of: number }
  | { readonly kind: 'surveying'; readonly done: number; readonly of: number };

export type EvenKind = Exclude<GroupKind, 'mixed'>;

/** One group of the survey. */
export interface SurveyedGroup {
  readonly right: number;
  /** All its rewards are the same; where all are wrong, they may still differ in form. */
  readonly even: boolean;
}

/** Many groups from one policy. */
export interface Survey {
  readonly policy: Policy;
  readonly size: number;
  readonly of: number;
  readonly groups: readonly SurveyedGroup[];
}

export interface LensState {
  /** Of the held-out set that is at hand; [] until it has come. */
  readonly problems: readonly Problem[];
  /** Which of them, or one that came from a run in Play. */
  readonly place: number;
  readonly own: Problem | null;
  /** A lesson named that problem, and not a run in Play. */
  readonly fromLesson: boolean;
  readonly family: Family;
  readonly effort: Effort;
  readonly size: number;
  readonly seed: number;
  readonly policies: Readonly<Record<PolicyRole, Policy>>;
  readonly rule: LensRule;
  /** The group on the screen, as far as it has come. */
  readonly group: TraceGroup | null;
  /** Of its traces, by policy (`policyKey`); what is missing has not been measured. */
  readonly logs: Readonly<Record<string, GroupLogs>>;
  readonly busy: Busy | null;
  readonly failure: Failure | null;
  /** No group of that kind was found among so many problems. */
  readonly notFound: { readonly wanted: EvenKind; readonly tried: number } | null;
  readonly survey: Survey | null;
  readonly selected: { readonly trace: number; readonly token: number };
}

export const policyKey = ({ model, temperature }: Policy): string => `${model} ${temperature}`;

/** Families whose models come with the page, so that groups can be drawn in seconds. */
export const lensFamilies: readonly Family[] = families
  .filter((family) => modelsFor(family).length > 0)
  // The first one has the models that reinforcement learning made.
  .toSorted((a, b) => Number(b === 'arithmetic') - Number(a === 'arithmetic'));

/** Held-out problems where about half of the first policy's traces are right, so that there is something to compare. */
const firstPlaces: Readonly<Partial<Record<Family, number>>> = {
  arithmetic: 193,
  countdown: 193,
  puzzle: 469,
};

/** The held-out problem that a family begins with. */
export const firstPlace = (family: Family): number => firstPlaces[family] ?? 0;

/** What a family begins with: a policy, the same one a little sharper, as an update makes it, and where its training began. */
export function policiesFor(family: Family): LensState['policies'] {
  const models = modelsFor(family);
  const learnt = models.find((model) => model.learnt?.by === 'reinforcement' && model.learnt.from !== null);
  const id = (learnt ?? models[0])?.id ?? '';
  return policiesOf(id);
}

/** A policy to draw from, and the usual ones to compare it with. */
export function policiesOf(model: string, temperature = 1): LensState['policies'] {
  const from = modelsFor(familyOf(model)).find(({ id }) => id === model)?.learnt?.from;
  return {
    old: { model, temperature },
    now: { model, temperature: Math.max(0.1, Math.round(temperature * 8) / 10) },
    reference: { model: from ?? model, temperature: 1 },
  };
}

function familyOf(model: string): Family {
  return lensFamilies.find((family) => modelsFor(family).some(({ id }) => id === model)) ?? 'arithmetic';
}

export const startState: LensState = {
  problems: [],
  place: firstPlace('arithmetic'),
  own: null,
  fromLesson: false,
  family: 'arithmetic',
  effort: 'high',
  size: 16,
  seed: 1,
  policies: policiesFor('arithmetic'),
  rule: ruleOfVariant.here,
  group: null,
  logs: {},
  busy: null,
  failure: null,
  notFound: null,
  survey: null,
  selected: { trace: 0, token: 0 },
};

export const problemOf = ({ own, problems, place }: LensState): Problem | null =>
  own ?? problems[place] ?? null;

/** The group is whole: every trace has ended. */
export const isWhole = (group: TraceGroup | null): group is TraceGroup =>
  group !== null && group.traces.length > 0 && group.traces.every(({ ended }) => ended);

/** The trace and the token that are looked at, kept inside of the group. */
export function lookedAt({ group, selected }: Pick<LensState, 'group' | 'selected'>): {
  readonly trace: number;
  readonly token: number;
  readonly of: GroupTrace;
} | null {
  const traces = group?.traces ?? [];
  const trace = Math.min(selected.trace, traces.length - 1);
  const of = traces[trace];
  if (!of || of.tokens.length === 0) return null;
  return { trace, token: Math.min(selected.token, of.tokens.length - 1), of };
}
