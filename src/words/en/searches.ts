import type { StrategiesWords } from '../kinds.ts';

/** The words of the strategies that search a tree: a part of the room `strategies`. */
export const searches = {
  'beam-search': {
    name: 'Beam search',
    brief: ({ variant }: { readonly variant: 'beam' | 'dvts' }) =>
      variant === 'dvts' ? 'Beam search, diverse (DVTS)' : 'Beam search',
    does: 'A verifier scores every step; only the most promising beginnings are continued.',
    knobs: {
      variant: {
        name: 'Variant',
        does: 'One beam that shares its places, or independent subtrees.',
        options: {
          beam: { name: 'Beam', does: 'The best of all steps go on, wherever they come from.' },
          dvts: {
            name: 'Diverse (DVTS)',
            does: 'Independent subtrees, each going on with its own best step.',
          },
        },
      },
      width: { name: 'Width', does: 'How many beginnings go on after each round.', paper: '4' },
      expansion: { does: 'How many next steps are drawn from each beam.', paper: '4' },
      lookahead: {
        name: 'Lookahead',
        does: 'How many steps are tried out beyond a step before it is scored.',
        paper: '1 to 3',
      },
      maxSteps: { paper: '40' },
      aggregation: { does: 'How step scores become one score for the beam.', paper: 'last' },
      choose: {
        does: 'The best finished beam’s answer, or the answer with the highest sum of scores.',
        paper: 'weighted vote',
      },
    },
  },
  'tree-of-thoughts': {
    name: 'Tree of thoughts',
    does: 'Thoughts are proposed, valued and followed level by level, or one by one with a way back.',
    knobs: {
      search: {
        name: 'Search',
        does: 'Level by level, or one path at a time with a way back.',
        paper: 'breadth first for the Game of 24',
        options: {
          bfs: { name: 'Breadth first', does: 'Level by level, keeping the best states of each.' },
          dfs: { name: 'Depth first', does: 'The best thought first, back where nothing is promising.' },
        },
      },
      generate: {
        name: 'Thoughts are',
        does: 'Independent draws, or drawn until they differ.',
        paper: 'proposed for the Game of 24',
        options: {
          sample: { name: 'Sampled', does: 'Independent draws; equal ones count as one.' },
          propose: { name: 'Proposed', does: 'Drawn until there are as many different ones.' },
        },
      },
      thoughts: { name: 'Thoughts', does: 'How many next thoughts come from each state.' },
      breadth: {
        name: 'Breadth',
        does: 'How many states are kept after each level.',
        paper: '5',
        idle: 'Only in a search level by level.',
      },
      threshold: {
        does: 'States valued below it are not followed.',
        idle: 'Only in a search with a way back.',
      },
      maxVisits: {
        name: 'Visits at most',
        does: 'The search ends after this many states.',
        paper: '100',
        idle: 'Only in a search with a way back.',
      },
      evaluate: {
        name: 'Evaluate',
        does: 'Each thought on its own, or all against each other.',
        paper: 'value for the Game of 24',
        options: {
          value: { name: 'Value', does: 'Each thought by its own score.' },
          vote: { name: 'Vote', does: 'Voters pick the most promising thought, by the scores.' },
        },
      },
      choose: { does: 'The best finished trace’s answer, or the answer with the highest sum of scores.' },
    },
  },
  mcts: {
    name: 'Monte-Carlo tree search',
    does: 'Simulations go where value and exploration are highest, and carry back what they found.',
    knobs: {
      simulations: {
        name: 'Simulations',
        does: 'How many times the search goes down the tree.',
        paper: '800',
      },
      exploration: {
        name: 'Exploration c',
        does: 'Weighs prior and few visits against value: Q + c · P · √N / (1 + n).',
        paper: '1.25 in the authors’ pseudocode',
      },
      prior: {
        name: 'Prior',
        does: 'What the policy has to say of a step before it was tried.',
        paper: 'per token',
        options: {
          'per-token': {
            name: 'Per token',
            does: 'The policy’s probability of a step, a token on average: long steps are not starved.',
          },
          sum: {
            name: 'Whole step',
            does: 'The policy’s probability of the whole step: the longer, the less.',
          },
          draws: { name: 'Share of draws', does: 'How many of the draws wrote the step.' },
          uniform: {
            name: 'Uniform',
            does: 'The same for all children, whatever the policy says.',
          },
        },
      },
      expansion: {
        does: 'How many children a node gets when it is first reached.',
        paper: 'all moves',
      },
      evaluation: {
        name: 'Leaf value',
        does: 'Where the value of a new leaf comes from.',
        paper: 'value',
        options: {
          value: { name: 'Value', does: 'The verifier’s score of the leaf.' },
          rollout: { name: 'Rollout', does: 'One completion from the leaf, its end scored.' },
          mix: { name: 'Mix', does: 'The mean of both.' },
        },
      },
      parallel: {
        name: 'Simulations at once',
        does: 'Kept apart by virtual loss; 1 is the plain algorithm.',
        paper: '1',
      },
      widening: {
        name: 'Widening',
        does: 'How fast a node that is visited often gets more children; 0 never.',
      },
      readout: {
        name: 'Answer by',
        does: 'How the answer is read out of the tree.',
        paper: 'most visited',
        options: {
          'most-visited': {
            name: 'Most visited',
            does: 'Down the child with the most visits at every node.',
          },
          'best-value': {
            name: 'Best value',
            does: 'Down the child with the highest mean value at every node.',
          },
          'best-terminal': { name: 'Best end', does: 'The finished trace with the highest value.' },
          majority: { name: 'Majority', does: 'A vote of all finished traces.' },
          'weighted-vote': {
            name: 'Weighted vote',
            does: 'The answer whose draws’ values sum to the most.',
          },
        },
      },
    },
  },
  rstar: {
    name: 'rStar',
    does: 'A tree search over five kinds of action; of the traces that second samplings agree with, the answer found most often wins.',
    knobs: {
      rollouts: {
        name: 'Rollouts',
        does: 'How many times the search goes down the tree, to the end of a trace.',
        paper: '32',
      },
      exploration: {
        name: 'Exploration c',
        does: 'Weighs few visits against value: Q + c · √(ln N / n).',
      },
      steps: { name: 'Steps drawn', does: 'How many next steps and sub-questions are drawn at a node.' },
      lastVotes: {
        name: 'Draws of the rest',
        does: 'How many completions vote where all that is left is written at once.',
        paper: '32 in the authors’ code',
      },
      maskFrom: {
        name: 'Known from',
        does: 'The least share of a trace that the second sampling is given.',
        paper: '0.2',
      },
      maskTo: {
        name: 'Known to',
        does: 'The largest share of a trace that the second sampling is given.',
        paper: '0.8; 0.5 in the authors’ code',
      },
      checks: {
        name: 'Checks',
        does: 'How many second samplings each candidate gets.',
        paper: '1; 4 in the authors’ code',
      },
      confirm: {
        name: 'Confirmed when',
        does: 'Which traces count in the choice of the answer.',
        paper: 'half agree, in the authors’ code',
        options: {
          trace: {
            name: 'Best trace',
            does: 'No answer is confirmed: the one trace with the highest reward × agreement gives it.',
          },
          any: {
            name: 'Any agrees',
            does: 'A trace counts if any of its second samplings comes to its answer; then answers are chosen by how often they were found.',
          },
          half: {
            name: 'Half agree',
            does: 'A trace counts if half of its second samplings come to its answer; then answers are chosen by how often they were found.',
          },
          all: {
            name: 'All agree',
            does: 'A trace counts if all of its second samplings come to its answer; then answers are chosen by how often they were found.',
          },
          majority: {
            name: 'Most frequent',
            does: 'A trace counts if its answer is the most frequent one among its second samplings; then answers are chosen by how often they were found.',
          },
        },
      },
      discriminator: {
        name: 'Second samplings by',
        does: 'Who completes the cut traces a second time.',
        paper: 'another small model',
      },
    },
  },
} satisfies Pick<StrategiesWords, 'beam-search' | 'tree-of-thoughts' | 'mcts' | 'rstar'>;
