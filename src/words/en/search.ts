import type { Prior } from '#experiment/strategies/mcts.ts';
import type { AlgorithmStepKind } from '#run/algorithm-steps.ts';
import { room } from '../language.ts';
import { fixed, number, percent, plural } from './format.ts';

/** The tree, scores and budget tabs: the picture's tools, the algorithm's steps and their numbers, what can be tried. */
export const search = room('search', {
  steps: {
    select: 'Select',
    expand: 'Expand',
    score: 'Score',
    'back-up': 'Back up',
    keep: 'Keep and prune',
    backtrack: 'Go back',
    wait: 'Wait',
    'interim-answer': 'Ask for the answer',
    vote: 'Vote',
    decide: 'Decide',
    choose: 'Choose',
  } satisfies Record<AlgorithmStepKind, string>,
  stepBar: {
    label: 'Steps of the algorithm',
    kinds: 'Kinds of steps',
    back: 'Previous step of the algorithm',
    backKey: 'Previous step of the algorithm ( [ )',
    on: 'Next step of the algorithm',
    onKey: 'Next step of the algorithm ( ] )',
    nextOf: (step: string) => `Next step of this kind: ${step}`,
    count: 'Steps of the algorithm so far',
  },
  tree: {
    notBegun: 'The search has not begun at this step.',
    none: 'This run has no search tree at this step.',
    tools: 'The picture of the tree',
    follow: 'Follow',
    followHelp: 'Keep the current step in sight',
    fit: 'Fit',
    fitHelp: 'Show all of the tree (F)',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    down: 'Grow downwards',
    right: 'Grow rightwards',
    outline: 'Outline',
    overview: 'Overview',
    numbers: 'Numbers',
  },
  step: {
    label: 'This step',
    notBegun: 'The search has not taken a step yet. Press <key>]</key> for the first one.',
    before: 'Step back with <key>[</key> to see what led to it.',
    select: (simulation: number) => `Select · simulation ${number(simulation)}`,
    noChildren: 'The root has no children yet, so the simulation starts there.',
    fromStart: '<quiet>From the start it chose</quiet> <to></to>',
    from: '<quiet>From</quiet> <from></from> <quiet>it chose</quiet> <to></to>',
    endOfPath: 'End of the path: <node></node>',
    expand: (nodes: number) => `Expand · ${plural(nodes, { one: '# new node', other: '# new nodes' })}`,
    newBelow: 'New below <node></node>',
    score: (nodes: number) => `Score · ${plural(nodes, { one: '# node', other: '# nodes' })}`,
    scores: 'Scores',
    reason: ({ verifier, why }: { readonly verifier: string; readonly why: string }) =>
      `By the ${verifier} verifier: ${why}.`,
    backUp: (simulation: number) => `Back up · simulation ${number(simulation)}`,
    backedUp: (value: string) =>
      `The value <value>${value}</value> goes back along the path, and every mean moves towards it.`,
    nothingNew: 'The simulation ended on a node visited before, so it found nothing new.',
    soFar: (simulations: string) => `So far ${simulations}.`,
    beforeAndAfter: 'Visits and values before and after, from the root down',
    up: (by: string) => `up by ${by}`,
    fell: (by: string) => `down by ${by}`,
    keep: (round: number) => `Keep and prune · round ${number(round)}`,
    kept: (nodes: number) => `Kept ${number(nodes)}`,
    pruned: (nodes: number) => `Pruned ${number(nodes)}`,
    backtrack: 'Go back',
    backFrom: 'from',
    backTo: 'back to',
    chosen: 'What was chosen',
    itsNode: 'Node: <node></node>',
    decision: 'This decision',
    decided: 'What was decided',
    count: (count: number) => number(count),
  },
  columns: {
    node: 'Node',
    step: 'Step',
    state: 'state',
    visits: 'visits',
    value: 'value',
    valueBefore: 'value before',
    after: 'after',
    prior: 'prior',
    score: 'score',
    explore: 'explore',
    q: 'Mean value of what came back',
    p: (prior: string) => `Prior: ${prior}`,
    n: 'Visits',
    nPending: 'Visits; those still under way are behind the plus',
    exploration: 'Exploration: the second term of the rule',
  },
  selection: {
    caption: ({ rule, node }: { readonly rule: string; readonly node: string }) =>
      `${rule} scores of the children of ${node}, best first`,
    chosen: '(chosen)',
    first: 'first',
    unvisited: 'n = 0: a child without a visit goes first',
    letters: {
      q: '<letter>Q</letter> mean of the values that came back through the child',
      c: '<letter>c</letter> exploration constant',
      n: '<letter>N, n</letter> visits of the parent and of the child',
      p: (prior: string) => `<letter>P</letter> ${prior}`,
    },
    here: ({ visits, c }: { readonly visits: number; readonly c: number }) => `here N = ${visits}, c = ${c}.`,
    pending:
      '“+1”: one more simulation is under way through it. Until its value is back it counts as a visit worth 0, so that the next simulation goes elsewhere.',
  },
  priors: {
    'per-token':
      'the policy’s probability of the step, the mean of its tokens, among its siblings (per token)',
    sum: 'the policy’s probability of the whole step among its siblings (a sum of logarithms: the longer the step, the less)',
    draws: 'the share of the draws that wrote the step',
    uniform: 'the same for every sibling (uniform)',
  } satisfies Record<Prior, string>,
  node: {
    label: 'Node',
    root: (node: number) => `The root of the tree · node ${node}`,
    place: ({ depth, node }: { readonly depth: number; readonly node: number }) =>
      `Step ${depth} of its path · node ${node}`,
    ends: 'Its trace ends here without an answer.',
    answers: (answer: string) => `Its trace ends here with the answer <answer>${answer}</answer>.`,
    prunedByHand: 'Pruned by hand: this run never follows it',
    prunedBecause: (why: string) => `Pruned: ${why}`,
    keptBecause: (why: string) => `Kept: ${why}`,
    pruned: 'pruned',
    kept: 'kept',
    cutOff: 'cut off',
    ended: 'ends',
    drawn: (times: number) => plural(times, { one: 'drawn once', other: 'drawn # times' }),
    drawnHelp: 'The same step was drawn more than once',
    value: 'value, the mean of its visits',
    visits: 'visits',
    score: 'verifier’s score',
    notJudged: 'not judged',
    noScore: 'none: not judged',
    prior: 'prior among its siblings',
    childCount: 'children',
    scoreBecause: ({ verifier, why }: { readonly verifier: string; readonly why: string }) =>
      `Score by the ${verifier} verifier: ${why}`,
    noScoreBecause: ({ verifier, why }: { readonly verifier: string; readonly why: string }) =>
      `No score by the ${verifier} verifier: ${why}`,
    path: 'Path to it',
    children: 'Children',
    tokens: 'Its tokens',
    tokensLabel: 'Tokens of this step; Enter shows a token’s probabilities',
    tokensHelp: 'Underlined where the model was in doubt. Select one for its probabilities.',
    fold: 'Fold its subtree',
    unfold: 'Unfold its subtree',
    answer: ({ step, answer }: { readonly step: string; readonly answer: string }) => `${step} → ${answer}`,
  },
  prune: {
    button: 'Prune this step and run again',
    help: 'The same search, but it never follows this step; this run is kept',
    already: 'This step is already pruned',
    full: 'No more steps can be pruned from this run',
  },
  edit: {
    button: 'Edit this thought and run on…',
    nothing: 'There is no thought to edit before the first step',
    addButton: 'Add a step of your own…',
    help: {
      edit: 'Change a number or a step, or cut it short. The model goes on from your words and cannot tell them from its own. Does its answer follow?',
      'add-step':
        'Write the next step as the model would write it. It goes on from there and cannot tell your step from its own. Does its answer follow?',
    },
    helpAsText: (model: string) =>
      `${model} gets the thought as text and goes on from it. It cannot tell these words from its own.`,
    text: 'The thought so far',
    goOnWith: 'Go on with',
    oneChain: 'One chain of thought',
    tooLong: (most: number) =>
      `Longer than ${number(most)} characters: cut it short. The original run is kept.`,
    changed: 'Changed. The original run is kept.',
    unchanged: 'Not changed yet. The original run is kept.',
    kept: 'The original run is kept.',
    run: 'Run on from here',
  },
  branches: {
    label: 'Branches of this run',
    sideBySide: 'Side by side',
    without: (step: string) => `without <step>${step}</step>`,
    neverFollows: (step: string) => `Never follows: ${step}`,
    original: 'The run that the branches started from',
  },
  budget: {
    notBegun: 'No thinking has begun at this step.',
    caption: 'Rounds of thinking and the answer after each',
    trace: 'Trace',
    round: 'Round',
    endsAfter: 'ends after',
    wouldAnswer: 'it would answer',
    outcome: 'which is',
    before: (word: string) => `before the first “${word}”`,
    after: ({ word, round }: { readonly word: string; readonly round: number }) => `after “${word}” ${round}`,
    notAsked: 'not asked for',
    noAnswer: 'no answer',
    tokens: (tokens: number) => plural(tokens, { one: '# token', other: '# tokens' }),
    /** Of the round that is still being thought. */
    tokensSoFar: (tokens: number) => plural(tokens, { one: '# token so far', other: '# tokens so far' }),
    notYet: 'not yet',
    changed: 'changed',
    outcomes: { right: 'right', wrong: 'wrong' },
  },
  scores: {
    none: 'No trace has been scored at this step: the verifier scores them once they are written.',
    noneAtAll: 'No whole trace was scored in this run.',
    byVerifier: ({ name, does }: { readonly name: string; readonly does: string }) =>
      `<strong>${name} verifier.</strong> ${does}`,
    otherChoices: 'Other ways to choose',
    wholeTrace: 'It gives one score for the whole trace.',
    aggregated: ({ name, does }: { readonly name: string; readonly does: string }) =>
      `The score of a trace: <strong>${name}.</strong> ${does}`,
    order: 'Sorted by',
    byScore: 'score',
    byTrace: 'trace number',
    weakest: 'the weakest step',
    bestWins: ({
      trace,
      scored,
      tied,
      score,
      digits,
    }: {
      readonly trace: string;
      readonly scored: number;
      /** Others with the very same score. */
      readonly tied: number;
      readonly score: number;
      readonly digits: number;
    }) => {
      const worth = fixed(score, digits);
      if (scored === 1) return `${trace} wins: it is the only scored one, with ${worth}.`;
      return tied > 0
        ? `${trace} wins: of ${number(scored)} scored traces ${number(tied + 1)} share the highest score, ${worth}, and it is the first of them.`
        : `${trace} wins: of ${number(scored)} scored traces it has the highest score, ${worth}.`;
    },
    voteWins: ({
      answer,
      weight,
      total,
    }: {
      readonly answer: string;
      readonly weight: number;
      readonly total: number;
    }) => `${answer} wins: the scores of its traces add up to ${fixed(weight, 2)} of ${fixed(total, 2)}.`,
    someAnswer: 'An answer',
    scored: (traces: number) =>
      traces === 0
        ? 'No traces are scored at this step.'
        : plural(traces, {
            one: '# trace is scored at this step.',
            other: '# traces are scored at this step.',
          }),
    notJudged: (traces: number) =>
      plural(traces, {
        one: '# was not judged; the trace says why.',
        other: '# were not judged; each trace says why.',
      }),
    share: (share: number) => percent(share),
    ceiling: 'The ceiling: pass@k',
    ceilingHelp: ({ right, traces }: { readonly right: number; readonly traces: number }) =>
      `${number(right)} of ${plural(traces, { one: '# trace is', other: '# traces are' })} right. A verifier that always knew which would find a right one among k of them this often:`,
  },
});
