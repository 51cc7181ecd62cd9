import { describe, expect, test } from 'vitest';
import { defaultExperiment } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import { decodeExperiment } from './url-codec.ts';
import { payloadLink } from './testing/payload-link.ts';

describe('a link and its experiment', () => {
  // Saved when a comparison was of strategies alone.
  test('a comparison without models means what it meant', async () => {
    const compare = { arms: [{ kind: 'mcts' }, { kind: 'best-of-n' }], tokens: 500 } as const;
    const saved = '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRSlayio5Wyk0uKVbSUUpKLS7RzU_TzVOK1TE1MIitBQA';
    expect(await decodeExperiment(saved)).toEqual({
      ok: true,
      experiment: defaultExperiment('countdown'),
      compare,
    });
    expect(
      await decodeExperiment(
        await payloadLink({ p: ['c', [4, 9, 10, 13], 24], c: [['mcts', 'best-of-n'], 500] }),
      ),
    ).toEqual({ ok: true, experiment: defaultExperiment('countdown'), compare });
  });

  // Links that people have saved. They must mean the same for ever; a failure here needs a new version, not a new text.
  test.each<readonly [string, Experiment]>([
    [
      '#v1.q1YqULKKVkpW0om20LHQMTTQMTSK1TEyia0FAA',
      {
        ...defaultExperiment('countdown'),
        problem: { family: 'countdown', numbers: [8, 8, 10, 12], target: 24 },
      },
    ],
    [
      '#v1.Fcs7CoAwEAXAu7z6KSEfNXuVZYtgKyqmUAi5u6QepuGGKAqoGlcuRp3CxmhmRB1UdzB44rheGPFB2jhuzok4IT65TjyQ3H8',
      {
        problem: {
          family: 'arithmetic',
          terms: [
            { sign: '+', left: 47, right: 6 },
            { sign: '-', left: 38, right: 4 },
          ],
        },
        model: 'arithmetic',
        strategy: { kind: 'self-consistency', samples: 32, effort: 'low' },
        sampling: { temperature: 0.7, topK: 0, topP: 0.95, minP: 0, maxTokens: 250 },
        seed: 9,
        budget: { tokens: 0 },
      },
    ],
    [
      '#v1.RcrLCsIwEEbhVxn-9QgTE4UO-CQli9hGDPYiSaqL0HeXrtwd-E7DG9pjAPeOOzbCxno-O88oB8xDLeCGkuZtCjWtS4FehfGJOT1SzNCGV1pGKPI6Tet2_P9Ux4ilpjnUCMUz5BH77hl36EVEGF8ojKUTGaEbWeoddWQ99h8',
      {
        problem: { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
        model: 'countdown',
        strategy: {
          kind: 'mcts',
          simulations: 60,
          exploration: 1.5,
          prior: 'sum',
          expansion: 8,
          evaluation: 'value',
          parallel: 4,
          widening: 1,
          readout: 'best-terminal',
          maxSteps: 8,
          verifier: { kind: 'rollouts', rollouts: 4, estimate: 'hard' },
        },
        sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 200 },
        seed: 1,
        budget: { tokens: 5000 },
        start: { text: '13 - 10 = 3 [4 9 3]' },
      },
    ],
    [
      '#v1.Fc2xCsIwFEbhV7n8821ItIbeLIKuOjg5iIiWaAttahOlQum7S_bDd2a84S4YwTg3bd1Q-PYPH6lN1N3jy0cmUcbQEEmUbMEQJbgyejicJh_WhVZ2V4zl09ibKY6HPRgpm6kGV4xumHL_g5vxgdPKcn5qJRtGgFvpslqWPw',
      {
        problem: { family: 'question', text: 'Which number is larger, 9.11 or 9.9?', answer: '9.9' },
        model: 'Qwen3-0.6B-q4f16_1-MLC',
        strategy: { kind: 'self-consistency', samples: 8, effort: 'low' },
        sampling: { temperature: 0.6, topK: 0, topP: 0.95, minP: 0, maxTokens: 2048 },
        seed: 1,
        budget: { tokens: 0 },
      },
    ],
    [
      '#v1.q1YqULKKVipU0lEKz6i0V4rVUcpVslIKLE_NM9Y10DNz0i00STM0izfU9fVxVqoFAA',
      {
        ...defaultExperiment('countdown'),
        problem: { family: 'question', text: 'Why?' },
        model: 'Qwen3-0.6B-q4f16_1-MLC',
      },
    ],
    [
      '#v1.q1YqULKKVipQ0lEqU7BVKFfQVjBV0FMoV7BVMFfQUyhTsFeKrQUA',
      {
        ...defaultExperiment('countdown'),
        problem: { family: 'puzzle', text: 'v = w + 5 . w = 7 . v ?' },
        model: 'puzzles',
      },
    ],
    [
      '#v2.VcwxDsIwDAXQu_zZmVoBylUiD6V1hFXSRHbEEuXuiJH96Q00xIQNlNJ6pxtTCsuDVmYmFERspv1VpOsePHcQ_Oef4j3UHC7QwEdMs4ohDpx6HYhoVndxB6HUQ97_T7OCOXl-AQ',
      {
        ...defaultExperiment('arithmetic', 'best-of-n'),
        problem: {
          family: 'arithmetic',
          terms: [
            { sign: '+', left: 47, right: 6 },
            { sign: '-', left: 38, right: 4 },
          ],
        },
        model: 'arithmetic-sft',
        strategy: {
          kind: 'best-of-n',
          samples: 8,
          effort: 'low',
          verifier: { kind: 'process', model: 'arithmetic-prm' },
          aggregation: 'last',
          choose: 'best',
        },
      },
    ],
    [
      '#v3.q1YqULKKVkpU0omONjQy1jGJ1YnWtbQw17GIjY2tBQA',
      {
        ...defaultExperiment('arithmetic'),
        problem: {
          family: 'arithmetic',
          terms: [
            { sign: '+', left: 123, right: 4 },
            { sign: '-', left: 987, right: 8 },
          ],
        },
      },
    ],
    [
      '#v3.PcxBCoMwEEbhu_zrSTGtFDpXEVfJaEKrI0nUQsjdi5vuHnzwKjbwAAcaenqR7cg-Rrr3IyFfUJKI0cmUoPscSgZV_Jvtk3BIilOUBK54x9WDsSV1kjMIi3r5gOF0X4vXczVbWtAILqhmAeOUOIci3hxaBG0kfK9TAVvCAu5utrUf',
      {
        ...defaultExperiment('countdown', 'tree-of-thoughts'),
        strategy: {
          kind: 'tree-of-thoughts',
          search: 'bfs',
          generate: 'propose',
          thoughts: 16,
          breadth: 5,
          threshold: 0.1,
          maxVisits: 100,
          evaluate: 'value',
          maxSteps: 8,
          verifier: { kind: 'process', model: 'countdown-prm' },
          choose: 'weighted-vote',
        },
        sampling: { temperature: 1, topK: 0, topP: 1, minP: 0.1, maxTokens: 200 },
      },
    ],
  ])('%s', async (fragment, experiment) => {
    expect(await decodeExperiment(fragment)).toEqual({ ok: true, experiment });
  });
});
