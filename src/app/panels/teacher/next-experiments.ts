import * as v from 'valibot';
import { isSolvable } from '#answers/solvable.ts';
import { experimentSchema, type Experiment } from '#experiment/experiment.ts';
import type { Finding, FindingOf, WhatHappened } from '#run/what-happened/findings.ts';
import { verdictOf } from '#run/what-happened/what-happened.ts';
import { anew } from '#app/store/draft.ts';
import { isHere, type LibraryState } from '#app/store/library-state.ts';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { whyNot } from '#app/store/why-not.ts';
import { Changes } from './changes.ts';
import type { NextExperiment } from './next-experiment.ts';

/** How many are offered. */
const most = 2;

/**
 * What to try after a run, the most telling first: each changes one thing of it, and only what can be run here and now.
 * Chosen by what happened.
 */
export function nextExperiments(
  happened: WhatHappened,
  ran: Experiment,
  library: LibraryState,
): readonly NextExperiment[] {
  const base = anew(ran);
  const can = ({ experiment }: NextExperiment) =>
    v.is(experimentSchema, experiment) &&
    whyNot(experiment, library) === null &&
    isHere(library, experiment.model) &&
    !sameExperiment(experiment, ran);
  const found: NextExperiment[] = [];
  for (const one of candidates(happened, base, library))
    if (found.length < most && can(one) && found.every(({ next }) => next.kind !== one.next.kind))
      found.push(one);
  return found;
}

function candidates(
  { outcome, main, findings: others }: WhatHappened,
  base: Experiment,
  library: LibraryState,
): readonly NextExperiment[] {
  const findings = main ? [main, ...others] : others;
  const make = new Changes(base, library);
  if (!isSolvable(base.problem)) return make.anotherProblem();
  switch (outcome.kind) {
    case 'cancelled':
    case 'failed':
      return [];
    case 'no-answer':
      return [...(outcome.none ? make.advised(outcome.none.next) : []), ...make.another(), ...make.more()];
    case 'answered':
      switch (verdictOf(outcome)) {
        case 'right':
          return afterRight(findings, make);
        case 'wrong':
          return afterWrong(findings, make);
        case 'ungraded':
          return [...make.vote(), ...make.seed(), ...make.checkItself()];
      }
  }
}

function afterRight(findings: readonly Finding[], make: Changes): readonly NextExperiment[] {
  const same = has(findings, 'all-same');
  const others = has(findings, 'others-wrong');
  return [
    // Nothing was left to chance where all agree: it can be had for less.
    ...(same ? [...make.stopEarly(), ...make.anotherProblem()] : []),
    ...(others ? make.seed() : []),
    ...make.less(),
    ...make.anotherProblem(),
    ...make.seed(),
  ];
}

function afterWrong(findings: readonly Finding[], make: Changes): readonly NextExperiment[] {
  const fooled = find(findings, 'fooled');
  const waits = find(findings, 'waits');
  return [
    ...(waits?.change === 'spoilt' ? make.withoutWaits() : []),
    ...(fooled ? make.otherJudges(fooled.verifier) : []),
    ...(has(findings, 'found-not-chosen') ? make.choosing() : []),
    ...(has(findings, 'budget-out') ? make.budget() : []),
    ...(has(findings, 'cut') ? make.tokens() : []),
    ...make.more(),
    ...make.another(),
  ];
}

const has = (findings: readonly Finding[], kind: Finding['kind']): boolean =>
  findings.some((finding) => finding.kind === kind);

function find<Kind extends Finding['kind']>(
  findings: readonly Finding[],
  kind: Kind,
): FindingOf<Kind> | undefined {
  return findings.find((finding): finding is FindingOf<Kind> => finding.kind === kind);
}
