import { room } from '../language.ts';

/** Claims of the literature, what each is measured by, and the tables that the command line prints of them. */
export const effects = room('effects', {
  claims: {
    'thinking-helps': 'Thinking helps: chain of thought against a direct answer',
    'thinking-when-weak': 'A chain of thought hurts a model that is too weak for it',
    'voting-helps': 'Voting helps: self-consistency over one sample',
    'search-beats-chain': 'Search beats one chain on the Game of 24',
    'search-needs-verifier':
      'A wide search is only as good as its verifier: a process reward model against the policy’s own value head',
    'vote-after-search':
      'After a wide search, all finished traces voting by their scores choose better than the best score',
    'process-outcome-vote': 'A process verifier beats an outcome verifier beats a vote',
    'weakest-step': 'The weakest step decides: min over mean',
    'rollout-verifier': 'Rollouts from each step make a verifier, as in Math-Shepherd',
    'waiting-after-journeys': 'Thinking longer helps: “Wait” forced on a model that learnt from journeys',
    'waiting-after-shortcuts': 'Thinking longer helps: “Wait” forced on a model that learnt from shortcuts',
    'voting-on-longer-sums': 'Voting helps on sums longer than any it was trained on',
    'voting-on-larger-numbers': 'Voting helps with numbers larger than any it was trained on',
    'waiting-in-the-game':
      '“Wait” in the Game of 24: after a failure another attempt, after a success the same again',
    'in-a-row': 'Attempts one after another beat as many side by side: 8 in all',
    'small-with-search': 'A small model with search beats one 14 times bigger without',
    'mcts-beats-beam': 'MCTS beats beam search where problems are hard for the model',
    'reward-alone': 'Reward alone teaches to think: reinforcement learning from the base model',
    'self-evolution':
      'Self-evolution: a model that imitates its own right traces, round by round, gets better, and so does its own judgement',
    'reward-lengthens': 'Reward alone lengthens thoughts that already say “Wait”',
    'reward-after-sft': 'Reinforcement learning adds to supervised fine-tuning: R1’s stages',
    distillation: 'At the smallest size distillation beats reinforcement learning',
    detours: 'Learning from detours: journey over shortcut',
    'thinking-on-puzzles': 'Thinking helps with problems in words, equations and logic too',
    'voting-on-longer-puzzles': 'Voting helps on problems longer than any it was trained on',
    'generative-verifier': 'A model that is asked “is this right?” picks better than a vote',
  },
  /** Who reported it, with their figures. */
  literature: {
    'thinking-helps': 'Wei 2022: 18 → 57% on GSM8K',
    'thinking-when-weak': 'Wei 2022: no gain for small models, some of them worse',
    'voting-helps': 'Wang 2022: +17.9 points on GSM8K',
    'search-beats-chain': 'Yao 2023: 4 → 74%',
    'search-needs-verifier':
      'Gao 2022 (arXiv 2210.10760): the harder one optimises against a proxy, the better it has to be',
    'vote-after-search':
      'Snell 2024, section 5.1, and Feng 2023 (arXiv 2309.17179): a weighted vote over what the search finished',
    'process-outcome-vote': 'Lightman 2023: 78 / 72 / 70%',
    'weakest-step': 'Lightman 2023, appendix F: prod and min about equal',
    'rollout-verifier': 'Wang 2023: 84.1 → 89.1% on GSM8K',
    'waiting-after-journeys': 's1 (Muennighoff 2025): 50 → 57% on AIME24',
    'waiting-after-shortcuts': 's1 and O1 Journey: reasoning is activated, not put in',
    'voting-on-longer-sums':
      'Dziri 2023 (arXiv 2305.18654): accuracy falls off beyond the lengths trained on',
    'voting-on-larger-numbers':
      'Dziri 2023 (arXiv 2305.18654): accuracy falls off beyond the lengths trained on',
    'waiting-in-the-game': 's1 (Muennighoff 2025): 50 → 57% on AIME24',
    'in-a-row': 'Snell 2024, section 6: in a row a little above side by side',
    'small-with-search': 'Snell 2024, section 7',
    'mcts-beats-beam': 'rStar (Qi 2024) and AlphaZero-like search (Feng 2023)',
    'reward-alone': 'R1-Zero (DeepSeek 2025): 15.6 → 71.0% on AIME24',
    'self-evolution': 'rStar-Math (Guan 2025): 58.8 → 90.0% on MATH in four rounds',
    'reward-lengthens':
      'R1-Zero (DeepSeek 2025), figure 3: thoughts grow through training, with reflection in them',
    'reward-after-sft': 'R1 (DeepSeek 2025): 79.8% on AIME24, above R1-Zero’s 71.0%',
    distillation: 'R1 (DeepSeek 2025), table 6: 47.0 against 72.6%',
    detours: 'O1 Journey (Qin 2024): +8 points on MATH',
    'thinking-on-puzzles':
      'Wei 2022; Sprague 2024 (arXiv 2409.12183): with mathematics and logic, hardly elsewhere',
    'voting-on-longer-puzzles':
      'Dziri 2023 (arXiv 2305.18654): accuracy falls off beyond the lengths trained on',
    'generative-verifier': 'Zhang 2024 (generative verifiers): best-of-N above majority',
  },
  arms: {
    direct: 'direct',
    chain: 'chain of thought',
    'one-sample': 'one sample',
    'vote-8': 'vote of 8',
    'vote-32': 'vote of 32',
    'greedy-chain': 'one greedy chain',
    thoughts: 'tree of thoughts b = 5',
    'mcts-prm': 'MCTS, 100 simulations, judged by the PRM',
    'thoughts-16-prm': 'tree of thoughts, 16 thoughts, judged by the PRM',
    'beam-prm-vote': 'beam 16 × 8, judged by the PRM, weighted vote',
    'own-head': '16 thoughts, own value head',
    prm: '16 thoughts, the PRM',
    'beam-best': 'beam 16 × 8, the best',
    'beam-vote': 'beam 16 × 8, weighted vote',
    'vote-64': 'vote of 64',
    'best-64-orm': 'best of 64 by the ORM',
    'best-64-prm': 'best of 64 by the PRM, weakest step',
    mean: 'mean',
    prod: 'prod',
    min: 'min',
    'best-8-rollouts': 'best of 8, 4 rollouts from each step',
    'vote-16': 'vote of 16',
    'large-chain': 'large, one greedy chain',
    'small-best-14': 'small, best of 14',
    beam: 'beam 4 × 4',
    mcts: 'MCTS, 100 simulations',
    base: 'base',
    zero: 'R1-Zero-style',
    evolved: 'self-evolved',
    'evolved-best-16': 'best of 16 by its own value',
    journey: 'journey',
    rl: 'after RL',
    sft: 'SFT',
    r1: 'R1-style',
    'small-rl': 'direct RL, small',
    'small-distilled': 'distilled, small',
    shortcut: 'shortcut',
    'best-16-generative': 'best of 16, asked about each step',
    'wide-8': '8 side by side',
    'wide-4': '4 side by side, 2 in a row',
    'wide-2': '2 side by side, 4 in a row',
    'long-8': '8 in a row',
    'waits-0': '0 waits',
    'waits-1': '1 wait',
    'waits-2': '2 waits',
    'waits-4': '4 waits',
  },
  verdicts: { shown: 'shown', partly: 'partly', unclear: 'unclear', opposite: 'opposite' },
  columns: {
    claim: 'claim',
    literature: 'literature',
    here: 'here',
    onlyOne: 'right in one only',
    verdict: 'verdict',
    measured: 'measured',
  },
  arm: ({
    name,
    share,
    tokens,
    millions,
  }: {
    readonly name: string;
    readonly share: string;
    readonly tokens: string;
    readonly millions: string;
  }) => `${name}: ${share}, ${tokens} tokens × ${millions} M`,
  compared: ({
    first,
    second,
    result,
  }: {
    readonly first: string;
    readonly second: string;
    readonly result: string;
  }) => `${first} → ${second}: ${result}`,
  against: ({
    onlyFirst,
    onlySecond,
    p,
  }: {
    readonly onlyFirst: number;
    readonly onlySecond: number;
    readonly p: string;
  }) => `${onlyFirst} against ${onlySecond}, ${p}`,
  corrected: 'corrected',
  when: ({
    date,
    problems,
    commit,
  }: {
    readonly date: string;
    readonly problems: number;
    readonly commit: string;
  }) => `${date}, ${problems} problems, at ${commit}`,
  noClaim: ({ word, claims }: { readonly word: string; readonly claims: string }) =>
    `No claim has "${word}" in it. The claims:\n${claims}`,
  progress: ({ at, of, claim }: { readonly at: number; readonly of: number; readonly claim: string }) =>
    `${at} of ${of}: ${claim}`,
  keptSoFar: 'The claims measured before this one are kept.',
  written: 'Written into docs/effects.json and docs/effects.md',
  notKept: (claims: string) => `Not in the tables, because their outcomes were not kept yet:\n${claims}`,
  noCommit:
    'Each row says at which commit it was measured, and git names none here. Run this command in a git checkout of the project, with git installed.',
});
