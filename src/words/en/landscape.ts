import type { BudgetId, TaskId } from '#learn/landscape/choosers.ts';
import type { RelativeId } from '#learn/landscape/relatives.ts';
import type { Openness, SystemId } from '#learn/landscape/systems.ts';
import { room } from '../language.ts';
import { list, plural } from './format.ts';

interface SystemWords {
  /** How it was trained, as far as its makers say. */
  readonly training: string;
  /** How one says how much it is to think. */
  readonly control: string;
}

/** The landscape of reasoning systems: a table, and two ways to choose. */
export const landscapeWords = room('landscapeWords', {
  title: 'The landscape',
  intro: (date: string) =>
    `Reasoning systems that people speak of, each with a source, and its nearest relative among what runs in this page. As of ${date}; what could not be checked is left out. A relative shares the idea, not the ability: it is a million times smaller.`,
  parts: 'Parts of the landscape',
  partNames: { systems: 'Systems', task: 'Choose by task', budget: 'Choose by budget' },

  caption: 'Reasoning systems',
  columns: {
    system: 'System',
    when: 'First shown',
    training: 'Training',
    control: 'Control of thinking',
    open: 'Open',
    relative: 'Nearest relative here',
  },
  order: 'Order',
  orders: { newest: 'Newest first', oldest: 'Oldest first' },
  onlyOpen: 'Only open weights',
  found: (count: number) => plural(count, { one: '# system', other: '# systems' }),
  openness: {
    all: 'weights, data, code',
    weights: 'weights',
    part: 'in part',
    none: 'no',
  } satisfies Record<Openness, string>,
  openOne: ({ relative, system }: { readonly relative: string; readonly system: string }) =>
    `Open in Play: ${relative}, the relative of ${system}`,
  relatives: {
    'long-thought': 'A long thought that begins again',
    'many-samples': 'Best of 64 with a reward model',
    zero: 'Reward alone from the base',
    'four-stages': 'All four stages of training',
    distilled: 'A small distilled model',
    'distilled-sampled': 'A small distilled model, best of 8',
    budget: 'Budget forcing with “Wait”',
    adaptive: 'Compute-optimal: tokens by difficulty',
    evolved: 'MCTS by a self-evolved model',
    rstar: 'rStar: actions and mutual consistency',
    'checked-steps': 'Sixteen tries, checked by rule',
    vote: 'A vote of short chains',
  } satisfies Record<RelativeId, string>,

  systems: {
    rstar: {
      training: 'None: the model as it is. Five actions build a tree, and a second model must agree.',
      control: 'Rollouts of MCTS',
    },
    o1: {
      training: 'Reinforcement learning on hidden chains of thought; details unpublished.',
      control: 'Effort low, medium, high; only the number of reasoning tokens is returned',
    },
    o3: {
      training: 'Its successor; details unpublished. ARC-AGI-1: 75.7%, and 87.5% at 172 times the compute.',
      control: 'Effort; in that test, 6 or 1,024 samples a task',
    },
    'rstar-math': {
      training:
        'Four rounds of self-evolution by MCTS with a process preference model; Qwen2.5-Math-7B from 58.8 to 90.0% on MATH.',
      control: 'MCTS at inference',
    },
    'r1-zero': {
      training:
        'Reinforcement learning alone: GRPO, rewards by rule for accuracy and form. AIME 2024 from 15.6 to 71.0%.',
      control: 'Ends by itself',
    },
    r1: {
      training:
        'Four stages: cold-start fine-tuning, RL on reasoning, rejection sampling and fine-tuning, RL in all situations.',
      control: 'Ends by itself',
    },
    'r1-distill': {
      training:
        'Fine-tuning on 800,000 samples of R1, no RL. 32B: 72.6% on AIME 2024, against 47.0% by RL directly.',
      control: 'Ends by itself',
    },
    'kimi-k1-5': {
      training:
        'Reinforcement learning on long contexts, without tree search, value function or process rewards.',
      control: 'Long and short variants',
    },
    s1: {
      training: 'Fine-tuning on 1,000 long thoughts; with “Wait”, AIME 2024 from 50 to 57%.',
      control: 'Budget forcing: an end, or “Wait”',
    },
    'claude-3-7': {
      training: 'A hybrid: answers at once, or after extended thinking that is shown; details unpublished.',
      control: 'A budget in tokens, up to 128,000',
    },
    'gemini-2-5': {
      training: 'Reinforcement learning to think before answering; details unpublished.',
      control: 'A budget in tokens, or as it sees fit',
    },
    qwen3: {
      training:
        'Four stages, with thinking and answering at once fused in one model; small ones are distilled.',
      control: 'Thinking on or off; a budget in tokens',
    },
    'prover-v2': {
      training: 'Theorems split into subgoals, then RL with Lean 4 as the judge; 88.9% on miniF2F.',
      control: 'Samples; a proof checker decides',
    },
    'gpt-oss': {
      training: 'Large-scale distillation and reinforcement learning; mixtures of experts.',
      control: 'Effort low, medium, high',
    },
    'gpt-5': {
      training: 'Details unpublished. A router chooses between a fast model and one that thinks.',
      control: 'The router; effort minimal to high',
    },
    'kimi-k2-thinking': {
      training: 'A mixture of a trillion parameters, trained to think between calls of tools.',
      control: 'Ends by itself, over hundreds of calls',
    },
    'gemini-3': {
      training: 'Details unpublished. Thinking cannot be switched off.',
      control: 'Level low or high',
    },
    'olmo-3': {
      training:
        'Fine-tuning, preference optimisation, then RL with checkable rewards; also RL straight from the base. Every stage is published.',
      control: 'Ends by itself',
    },
    'deepseek-v3-2': {
      training: 'A scaled GRPO recipe, with synthetic tasks that join thinking and tools.',
      control: 'Thinking on or off; a variant that thinks longer',
    },
    'claude-opus-4-6': {
      training: 'Details unpublished. Decides when and how much to think.',
      control: 'Adaptive, guided by effort',
    },
    'deepseek-v4': {
      training: 'Mixtures of experts for contexts of a million tokens; see the report.',
      control: 'Effort, up to “Max”',
    },
  } satisfies Record<SystemId, SystemWords>,

  beginWith: (names: readonly string[]) => `Begin with ${list(names, 'disjunction')}.`,
  noneNeeded: 'No reasoning model is needed.',
  tryIdea: 'Try the idea here: ',
  honest:
    'These are starting points, not rankings. Measure two or three on your own problems, at equal cost, before you settle.',
  task: {
    title: 'Which for which task?',
    asks: 'What is the task?',
    options: {
      competition: 'Competition mathematics',
      proof: 'Formal proof',
      code: 'Code',
      chains: 'Long chains of tasks, with tools',
      'own-machine': 'Anything, on my own machine',
      abstract: 'Abstract puzzles',
      research: 'Research on how reasoning is learnt',
      'one-step': 'Short questions, one step each',
    } satisfies Record<TaskId, string>,
    why: {
      competition: 'Answers can be checked, and long thoughts pay. Open models do well here.',
      proof: 'A proof checker accepts or refuses: no other judge is needed, and samples are safe to spend.',
      code: 'Tests are a verifier. Thinking helps most where a change touches many places.',
      chains: 'What matters is thinking between calls of tools, and spending by difficulty.',
      'own-machine': 'Distilled models of 1.5 to 30 billion parameters; the smaller, the more samples help.',
      abstract: 'The known successes spent very much compute on many samples a puzzle.',
      research: 'Weights, data and code of each stage are there to look into.',
      'one-step': 'An ordinary model answers at once; a vote of a few short chains is a cheap check.',
    } satisfies Record<TaskId, string>,
  },
  budget: {
    title: 'Which for which budget?',
    asks: 'How much may be thought for one problem?',
    options: {
      none: 'Nothing: it has to answer at once',
      little: 'A few hundred tokens',
      some: 'One or two thousand tokens',
      thousands: 'Many thousand tokens',
      open: 'As much as it needs, and no more',
      huge: 'Whatever it takes',
    } satisfies Record<BudgetId, string>,
    why: {
      none: 'Sample a few short answers at once and vote: the delay is that of one.',
      little: 'A distilled model of 1.5 billion parameters, best of N with a verifier.',
      some: 'Fine-tuned or distilled models with a forced end: budget forcing keeps the promise.',
      thousands: 'Models that end by themselves, or take a budget in tokens or an effort.',
      open: 'Models that choose how much to think by difficulty.',
      huge: 'Many long samples and a way to choose among them. Gains slow down long before the bill does.',
    } satisfies Record<BudgetId, string>,
  },
});
