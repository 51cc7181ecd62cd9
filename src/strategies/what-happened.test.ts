import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grade as gradeAnswer } from '#answers/grade.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { Answer, LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { endsOf } from '#run/what-happened/ends.ts';
import type { Finding, FindingOf, WhatHappened } from '#run/what-happened/findings.ts';
import { whatHappened } from '#run/what-happened/what-happened.ts';
import { whatNow } from '#run/what-happened/what-now.ts';
import { scriptedModel, type ScriptedModel } from '#policy/testing/scripted-model.ts';
import { falseSteps } from '#verifiers/false-steps.ts';
// oxlint-disable-next-line no-restricted-imports -- the tests read facts as people do
import { findingSentence, nowSentences, outcomeSentences } from '#words/what-happened.ts';
import { runExperiment } from './run-experiment.ts';
import { babblingModel } from './testing/babbling-model.ts';
import { everyStrategy } from './testing/every-strategy.ts';

const problem: Problem = { family: 'countdown', numbers: [9, 3, 4], target: 24 };
const gradeOf = (answer: Answer) => gradeAnswer(problem, answer).outcome;

async function logOf(strategy: Strategy, seed: number, budget = 0): Promise<readonly LogEntry[]> {
  return logWith(babblingModel(seed, ['24', '13', '4 * 6', '(9 - 3) * 4']), strategy, seed, budget);
}

async function logWith(model: ScriptedModel, strategy: Strategy, seed = 1, budget = 0) {
  const experiment: Experiment = {
    ...defaultExperiment('countdown', strategy.kind),
    problem,
    model: 'scripted',
    strategy,
    seed,
    budget: { tokens: budget },
  };
  const log: LogEntry[] = [];
  const around = { now: () => 0, signal: new AbortController().signal };
  for await (const entry of runExperiment(experiment, model, around)) log.push(entry);
  return log;
}

const severalTraces: ReadonlySet<Strategy['kind']> = new Set([
  'self-consistency',
  'adaptive-consistency',
  'best-of-n',
  'compute-optimal',
]);

const anyRun = fc.record({ seed: fc.integer({ min: 0, max: 500 }), budget: fc.constantFrom(0, 0, 40, 150) });

describe.each(Object.entries(everyStrategy))('what happened in a run of %s', (_, strategy) => {
  it('is what its log says, and is said at every step without a word missing', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async ({ seed, budget }) => {
        const log = await logOf(strategy, seed, budget);
        let state = emptyRun;
        for (const entry of log) {
          state = fold(state, [entry]);
          const now = whatNow(state, entry.event);
          const happened = whatHappened(state, falseSteps, gradeOf);
          expect([now === null, happened === null]).toEqual(
            state.status === 'running' ? [false, true] : [true, false],
          );
          // Only of strategies that draw several traces is it said that they think side by side.
          if (now?.doing.kind === 'drawing') expect(severalTraces.has(strategy.kind)).toBe(true);
          if (now) for (const said of nowSentences(now)) expectSentence(said);
          if (!happened) continue;
          for (const said of outcomeSentences(happened.outcome, state)) expectSentence(said);
          for (const finding of allOf(happened)) expectSentence(findingSentence(finding));
        }
        const happened = whatHappened(state, falseSteps, gradeOf)!;
        const [{ outcome }, findings] = [happened, allOf(happened)];
        if (outcome.kind === 'answered') {
          expect(outcome.answer).toBe(state.chosen!.answer);
          expect(outcome.grade).toBe(state.grade);
        } else expect(state.chosen?.answer ?? null).toBeNull();
        const ends = endsOf(state).filter(({ answer }) => answer !== null);
        const right = ends.filter(({ grade }) => grade?.outcome === 'right');
        for (const finding of findings) expectTrue(finding, ends.length, right.length);
        const there = find(findings, 'found-not-chosen');
        expect(there !== undefined).toBe(
          state.grade?.outcome === 'wrong' && ends.length > 1 && right.length > 0,
        );
      }),
      { numRuns: 12 },
    );
  });
});

const allOf = ({ main, findings }: WhatHappened): readonly Finding[] =>
  main ? [main, ...findings] : findings;

function expectSentence(said: string): void {
  // Marks of what was written, and the closing tag, which scripts say anywhere.
  expect(said.replace(/<\/?data>|<\/think>/g, '')).toMatch(/^[^<>]*[.!?]$/);
  expect(said).not.toMatch(/undefined|NaN|null|\[object/);
}

function find<Kind extends Finding['kind']>(
  findings: readonly Finding[],
  kind: Kind,
): FindingOf<Kind> | undefined {
  return findings.find((finding): finding is FindingOf<Kind> => finding.kind === kind);
}

function expectTrue(finding: Finding, ends: number, right: number): void {
  switch (finding.kind) {
    case 'found-not-chosen':
      return expect(finding).toMatchObject({ count: right, of: ends });
    case 'none-right':
      expect(right).toBe(0);
      return expect(finding.of).toBe(ends);
    case 'others-wrong':
      return expect(finding).toMatchObject({ wrong: ends - right, of: ends });
    case 'all-same':
      return expect(finding.of).toBe(ends);
    case 'fooled':
      return expect(finding.score).toBeGreaterThanOrEqual(0.5);
    case 'stopped-early':
      return expect(finding.traces).toBeLessThan(finding.limit);
    default:
  }
}

describe('each strategy', () => {
  it('has something of its own to say', async () => {
    const own: { readonly [Kind in Strategy['kind']]?: readonly Finding['kind'][] } = {
      direct: ['no-thinking'],
      'chain-of-thought': ['thought', 'least-sure', 'own-waits'],
      'few-shot': ['examples'],
      'self-consistency': ['answers'],
      'adaptive-consistency': ['stopped-early', 'never-settled'],
      'best-of-n': ['scores'],
      'budget-forcing': ['waits'],
      revision: ['revised'],
      'step-verification': ['refused'],
      'beam-search': ['search'],
      'tree-of-thoughts': ['search'],
      mcts: ['simulations'],
      rstar: ['simulations'],
      'compute-optimal': ['difficulty'],
    };
    for (const strategy of Object.values(everyStrategy)) {
      const wanted = own[strategy.kind];
      if (!wanted) continue;
      const kinds = new Set<Finding['kind']>();
      for (let seed = 1; seed <= 6; seed++)
        for (const { kind } of allOf(
          whatHappened(fold(emptyRun, await logOf(strategy, seed)), falseSteps, gradeOf)!,
        ))
          kinds.add(kind);
      expect([strategy.kind, wanted.filter((kind) => kinds.has(kind))]).not.toEqual([strategy.kind, []]);
    }
  });
});

describe('forced waits', () => {
  /** What is said where the answer after each round would be the next of these. */
  async function said(answers: readonly string[], graded = true): Promise<string> {
    const model = scriptedModel({
      completions: ({ prefix }) => {
        const thought = prefix.split(' ').filter((word) => word === 'so').length;
        return prefix.endsWith('</think>') ? answers[thought - 1]! : `so </think> ${answers[thought]}`;
      },
    });
    const log = await logWith(model, {
      kind: 'budget-forcing',
      effort: 'low',
      waits: answers.length - 1,
      word: 'Wait',
      thinkingTokens: 60,
    });
    const happened = whatHappened(fold(emptyRun, log), falseSteps, graded ? gradeOf : null)!;
    return findingSentence(find(allOf(happened), 'waits')!);
  }
  const [right, wrong, otherWrong] = ['( 9 - 3 ) * 4', '9 + 3 + 4', '9 * 3 - 4'];

  it('are told apart: the first after which the answer was right is the one that mended it', async () => {
    expect(await said([wrong, otherWrong, right, right])).toBe(
      '“Wait” 2 of 3 mended it: <data>9 × 3 − 4</data> became <data>(9 − 3) × 4</data>.',
    );
    expect(await said([wrong, right, wrong, right])).toContain('“Wait” 1 of 3 mended it');
    expect(await said([wrong, right])).toContain('The “Wait” mended it');
  });

  it('spoilt an answer that was right', async () => {
    expect(await said([right, wrong, otherWrong])).toContain('spoilt it');
  });

  it('are not told apart before the rules have come', async () => {
    expect(await said([wrong, otherWrong, right], false)).toContain('The 2 “Waits” mended it');
  });
});
