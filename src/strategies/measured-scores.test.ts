import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VerifierSpec } from '#experiment/verifier.ts';
import type { Score } from '#run/score.ts';
import type { RunEvent } from '#run/events.ts';
import { aggregate } from '#run/aggregate.ts';
import { createVerifier } from '#verifiers/create-verifier.ts';
import { eventsOf } from '#verifiers/testing/harness.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { randomTree } from './testing/random-tree.ts';
import { search } from './testing/run-search.ts';
import { choosing } from './testing/starts.ts';

const judges: readonly VerifierSpec[] = [
  { kind: 'rollouts', rollouts: 2, estimate: 'soft' },
  { kind: 'rollouts', rollouts: 3, estimate: 'hard' },
  { kind: 'self-evaluation', evaluations: 2 },
  { kind: 'process' },
  { kind: 'rule' },
];

/** A verifier, and every number it gave. */
function watched(verifier: Verifier): { readonly verifier: Verifier; readonly given: Set<Score> } {
  const given = new Set<Score>();
  const note = (scores: readonly { readonly steps: readonly Score[] }[]) => {
    for (const { steps: own } of scores)
      for (const way of ['min', 'mean', 'last'] as const) given.add(aggregate(own, way).score);
  };
  const { rescore } = verifier;
  return {
    given,
    verifier: {
      ...verifier,
      async *score(traces) {
        const scores = yield* verifier.score(traces);
        note(scores);
        return scores;
      },
      ...(rescore
        ? {
            rescore: (traces) => {
              const scores = rescore(traces);
              note(scores);
              return scores;
            },
          }
        : {}),
    },
  };
}

/** The latest scores, by node or trace. */
function latest(events: readonly RunEvent[]): ReadonlyMap<number, Score> {
  return new Map(
    events.flatMap((event) =>
      event.type === 'node-scored'
        ? [[event.node, event.score] as const]
        : event.type === 'trace-scored'
          ? [[event.sequence, event.score] as const]
          : [],
    ),
  );
}

describe.each(Object.entries(choosing))('%s on any budget', (name, start) => {
  it('shows, backs up and chooses by no score that was not measured', async () => {
    const run = fc.record({
      tree: fc.integer({ min: 0, max: 1_000_000 }),
      seed: fc.nat(1_000),
      budget: fc.integer({ min: 1, max: 150 }),
      judge: fc.constantFrom(...judges),
    });
    await fc.assert(
      fc.asyncProperty(run, async ({ tree, seed, budget, judge }) => {
        let given = new Set<Score>();
        const { events, error } = await search(
          randomTree(tree),
          (session) => {
            const { verifier, given: numbers } = watched(createVerifier(judge, session));
            given = numbers;
            return start(session, verifier);
          },
          { seed, budget, draws: 'random', capabilities: { instructions: true } },
        );
        expect(error).toBeNull();
        const scores = latest(events);
        const isMixed = name.includes('mixed');
        for (const event of events) {
          if (event.type !== 'node-scored' && event.type !== 'trace-scored') continue;
          // What the rules say without a measurement.
          if (event.score === 0 && worthNothing.has(event.why.kind)) continue;
          if (event.score === null) expect(notJudged).toContain(event.why.kind);
          else if (!isMixed) expect(given.has(event.score)).toBe(true);
        }
        for (const { value, path } of eventsOf(events, 'backed-up'))
          expect(value).toBe(backedUp(events, path.at(-1)!.node));
        const [{ by, answer }] = eventsOf(events, 'answer-chosen') as [
          ReturnType<typeof eventsOf<'answer-chosen'>>[number],
        ];
        const answers = answerers(events);
        const measured = answers.filter((one) => scores.get(one) != null);
        if (by.rule === 'best-score' || by.rule === 'best-node') {
          const chosen = by.rule === 'best-score' ? by.sequence : by.node;
          expect(by.score).toBe(scores.get(chosen));
        }
        if (by.rule === 'weighted-vote') expect(measured.length).toBeGreaterThan(0);
        // Without a score the answers vote, and the log says so first.
        if (by.rule.startsWith('majority')) {
          expect(answer).not.toBeNull();
          expect(eventsOf(events, 'decided').at(-1)?.decision.kind).toBe('vote-unjudged');
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** What the rules say without a measurement, and why something has no score. */
const worthNothing: ReadonlySet<string> = new Set(['cut-off', 'cannot-answer', 'rollout']);
const notJudged = [
  'budget-spent',
  'step-cut',
  'nothing-written',
  'no-end',
  'budget-cut',
  'completions',
  'said-of-steps',
];

/** The value of a node as the log had it last before the choice was made again. */
function backedUp(events: readonly RunEvent[], node: number): Score | undefined {
  return eventsOf(events, 'node-scored')
    .filter((event) => event.node === node && event.why.kind !== 'again')
    .at(-1)?.score;
}

/** Nodes, or traces where there is no tree, from which an answer was read. */
function answerers(events: readonly RunEvent[]): readonly number[] {
  const made = eventsOf(events, 'node-created');
  const traces = eventsOf(events, 'answer-extracted')
    .filter(({ answer }) => answer !== null)
    .map(({ sequence }) => sequence);
  return made.length === 0
    ? traces
    : made
        .filter(({ end, sequence }) => end === 'terminal' && sequence !== null && traces.includes(sequence))
        .map(({ node }) => node);
}
