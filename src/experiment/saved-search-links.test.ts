import { describe, expect, test } from 'vitest';
import type { StrategyKind } from './experiment.ts';
import { decodeExperiment } from './url-codec.ts';

describe('a link and its experiment', () => {
  // Links that people have saved, one of every search, with its settings at the time when links could first name it. They
  // must mean the same for ever; a failure here needs a new version, not a new text.
  test.each<readonly [string, StrategyKind, object, number]>([
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJJKYkFpRklqXqJufnFWcWl6TmJVcq6VTXxtYCAA',
      'adaptive-consistency',
      { samples: 32, batch: 4, effort: 'low', stop: 'confident', confidence: 0.95 },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJJKUWl-jmp-nmKelU18bWAgA',
      'best-of-n',
      { samples: 8, effort: 'low', verifier: { kind: 'process' }, aggregation: 'last', choose: 'best' },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJJKUm5uoWpyYWJWco6VTXxtYCAA',
      'beam-search',
      {
        variant: 'beam',
        width: 4,
        expansion: 4,
        lookahead: 0,
        maxSteps: 8,
        verifier: { kind: 'process' },
        aggregation: 'last',
        choose: 'best',
      },
      0.8,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJlBSlpurmp-mWZOSXpmeUFCvpVNfG1gIA',
      'tree-of-thoughts',
      {
        search: 'bfs',
        generate: 'propose',
        thoughts: 8,
        breadth: 5,
        threshold: 0.1,
        maxVisits: 100,
        evaluate: 'value',
        maxSteps: 8,
        verifier: { kind: 'process' },
        choose: 'best',
      },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJ5CaXFCvpVNfG1gIA',
      'mcts',
      {
        simulations: 30,
        exploration: 1.5,
        prior: 'sum',
        expansion: 8,
        evaluation: 'value',
        parallel: 4,
        widening: 1,
        readout: 'best-terminal',
        maxSteps: 8,
        verifier: { kind: 'process' },
      },
      1,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJFBWXJBYp6VTXxtYCAA',
      'rstar',
      {
        rollouts: 16,
        exploration: 2,
        steps: 4,
        lastVotes: 10,
        maskFrom: 0.2,
        maskTo: 0.8,
        checks: 2,
        confirm: 'trace',
        maxSteps: 8,
      },
      0.8,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJJJWmpKeW6KblFyVn5qUr6VTXxtYCAA',
      'budget-forcing',
      { effort: 'high', waits: 2, word: 'Wait', thinkingTokens: 160 },
      0,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJFKWWZRZn5ucp6VTXxtYCAA',
      'revision',
      { parallel: 4, rounds: 3, verifier: { kind: 'process' }, aggregation: 'last' },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJFJekFuiWpRZlpmUmJ5Zk5ucp6VTXxtYCAA',
      'step-verification',
      { threshold: 0.5, retries: 16, maxSteps: 8, verifier: { kind: 'process' } },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZL5OcWlJak6uYXlGTmJuYo6VTXxtYCAA',
      'compute-optimal',
      { probe: 4, tokens: 2000, verifier: { kind: 'process' } },
      0.7,
    ],
  ])('%s is %s', async (fragment, kind, settings, temperature) => {
    expect(await decodeExperiment(fragment)).toEqual({
      ok: true,
      experiment: {
        problem: { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
        model: 'countdown',
        strategy: { kind, ...settings },
        sampling: { temperature, topK: 0, topP: 1, minP: 0, maxTokens: 200 },
        seed: 1,
        budget: { tokens: 0 },
      },
    });
  });
});
