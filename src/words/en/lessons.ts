import type { ChapterId } from '#learn/chapters.ts';
import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** Of a name that stands in quotation marks itself. */
const within = (name: string): string => name.replaceAll('“', '‘').replaceAll('”', '’');

/** Lessons: their list, and the frame of a page beside the run. */
export const lessonWords = room('lessonWords', {
  title: 'Lessons',
  intro:
    'Short chapters beside the live picture. Each page asks for one thing: run it, guess, look. All of it happens in your browser, on real models.',
  /** To the questions, from the head of all lessons. */
  interview: 'Preparing for an interview? 25 questions that people who work on reasoning models are asked',
  chapters: {
    'first-story': {
      title: 'The first story',
      idea: 'From one try to a vote, a judge, a search and “Wait”, in seven short pages.',
    },
    'test-time-compute': {
      title: 'Test-time compute',
      idea: 'Think longer, think wider, or take a bigger model: three ways to spend.',
    },
    'three-parts': {
      title: 'Policy, verifier, aggregator',
      idea: 'The three parts that every strategy is made of.',
    },
    'chain-of-thought': {
      title: 'Chain of thought',
      idea: 'Zero-shot, from examples, taught; and a weak model that it does not help.',
    },
    'best-of-n': {
      title: 'Best of N',
      idea: 'Outcome and process verifiers, one score of many steps, and a judge that is fooled.',
    },
    'tree-of-thoughts': {
      title: 'Tree of thoughts',
      idea: 'Several next thoughts, a value for each, and a way back.',
    },
    'beam-search': {
      title: 'Beam search, lookahead, DVTS',
      idea: 'Search over steps with a fixed width, and what to do when all beams are alike.',
    },
    mcts: {
      title: 'Monte-Carlo tree search',
      idea: 'Simulations, PUCT and the constant c, over the table of a stopped search.',
    },
    rstar: {
      title: 'rStar',
      idea: 'A search without a trained verifier: five actions, and a second opinion.',
    },
    'budget-forcing': {
      title: 'Budget forcing',
      idea: '“Wait”: why it helps one model, and turns another’s answers to garbage.',
    },
    'self-consistency': {
      title: 'Self-consistency',
      idea: 'Many samples vote. Why that beats one, and what it needs.',
    },
    'sequential-parallel': {
      title: 'Wide or long',
      idea: 'Samples side by side, or one that goes on: which is worth more depends on what the model has learnt.',
    },
    'compute-optimal': {
      title: 'Spend where it helps',
      idea: 'Ask how hard a problem is before spending on it. Cheap to estimate, easy to misjudge.',
    },
    'math-shepherd': {
      title: 'Labels without people',
      idea: 'Rollouts from each step say where a trace goes wrong: Math-Shepherd, and what it assumes.',
    },
    'generative-verifiers': {
      title: 'Ask “is this right?”',
      idea: 'A model as its own judge: when it sees what a vote does not, and when it is fooled.',
    },
    grpo: {
      title: 'From PPO to GRPO',
      idea: 'A group of tries in place of a critic, the advantage with real numbers, and groups that teach nothing.',
    },
    'r1-zero': {
      title: 'R1-Zero and the aha curve',
      idea: 'Reward alone makes a model think. What grows on the way, and what does not.',
    },
    'r1-stages': {
      title: 'R1’s four stages',
      idea: 'Imitate, reward, imitate oneself, reward again: what each stage is for.',
    },
    distillation: {
      title: 'Distillation',
      idea: 'Why a small model learns more from a teacher than from rewards.',
    },
    'self-training': {
      title: 'Journeys, and learning from oneself',
      idea: 'Traces with detours, one’s own right traces, and a judge that evolves along.',
    },
    'decision-process': {
      title: 'Five words for reasoning',
      idea: 'State, action, policy, reward and value, read off the nodes of a search.',
    },
    faithfulness: {
      title: 'Does a thought tell the truth?',
      idea: 'Change a number in a thought, and see whether the answer follows.',
    },
  } satisfies Record<ChapterId, { readonly title: string; readonly idea: string }>,
  begin: 'Begin',
  goOn: (page: number) => `Go on, page ${number(page)}`,
  again: 'Read again',
  finished: 'read',
  /** In the column. */
  lesson: 'Lesson',
  pageOf: (page: number, of: number) => `Page ${number(page)} of ${number(of)}`,
  back: 'Back',
  next: 'Next',
  leave: 'Leave the lesson',
  all: 'All lessons',
  following: (title: string) => `Next: ${title}`,
  unknown: 'There is no such lesson.',
  /** Behind the option that proved true. */
  cameTrue: 'so it was',
  guessedRight: 'You guessed it.',
  guessedWrong: (truth: string) => `Not as you guessed: it is “${truth}”`,
  /** Before what is to be done, and once it is done. */
  toDo: 'To do: ',
  done: 'Done: ',
  choose: 'What to run',
  run: 'Run',
  running: 'It runs.',
  /** The run on the stage is another of the page's choices than the one it asks for. */
  otherChosen: ({ shown, wanted }: { readonly shown: string; readonly wanted: string }) =>
    `That was “${within(shown)}”. Now choose “${within(wanted)}” and run it.`,
  runFirst: 'This page looks at a run that is not on the stage.',
  runIt: 'Run it',
  runBeside: 'Run side by side',
  showMe: 'Show me',
  lookAt: {
    tree: 'Open Tree',
    thoughts: 'Open Thoughts',
    votes: 'Open Votes',
    scores: 'Open Scores',
    budget: 'Open Budget',
  },
  /** The selected node in the words of a Markov decision process. */
  decision: {
    label: 'The selected node as a decision',
    select: 'Select a node of the tree.',
    state: 'State: the problem and the steps so far',
    actions: 'Actions, and the policy’s probability of each',
    reward: 'Reward',
    value: 'Value: what can be expected from here',
    noAction: 'None: the path ends here.',
    noActionYet: 'None was tried from here.',
    unknown: '–',
    noReward: 'None yet: it comes at the end of a path.',
    verifierSays: (score: string) =>
      `That is for you. The search sees the verifier’s score alone: <data>${score}</data>.`,
    noValue: 'Not known yet.',
    valueOf: ({ value, visits }: { readonly value: string; readonly visits: number }) =>
      `<data>${value}</data>, the mean of what ${plural(visits, { one: '# simulation', other: '# simulations' })} brought back.`,
    scoreOf: (score: string) => `<data>${score}</data>, by the verifier’s score alone.`,
  },
  formula: 'The formula, with this run’s numbers',
  /** Words inside of formulas: `\word{KEY}` in `learn/formulas/`. */
  inFormulas: {
    right: 'right',
    wrong: 'wrong',
    importance: 'importance',
    otherStep: 'answers with another step i',
    thisStep: 'answers with this step i',
    attempts: 'attempts',
    sideBySide: 'side by side',
    oneAfterAnother: 'one after another',
    ease: 'ease',
    agreement: 'agreement',
    forAll: 'for all i',
    new: 'new',
    old: 'old',
    token: 'token',
    soft: 'soft',
    hard: 'hard',
    rolloutsRight: 'rollouts that end right',
    ifAny: 'if any does',
    otherwise: 'else',
    traces: 'traces τ',
    answerRight: 'answer of τ is right',
    rewardAtEnd: 'reward at the end',
    step: 'step',
    trace: 'trace',
    steps: 'steps',
  },
  code: 'The code of this strategy',
  drawCurve: 'Draw the curve',
  curveInLab: 'Open it in the Lab',
  measured: {
    tokens: (tokens: string) => `${tokens} tokens a problem`,
    of: (problems: string) =>
      `Share of ${problems} held-out problems that are solved. The mark is the 95% interval.`,
  },
  puct: {
    stop: 'Stop the search at a choice to see its table here.',
    table: 'The choice, with this c',
    step: 'Step',
    sum: 'Sum',
    takes: (c: string, step: string) => `c = ${c}: takes ${step}`,
    same: (step: string) => `It takes ${step}, as the search did.`,
    other: (step: string, chosen: string, c: string) =>
      `It would take ${step}. The search had c = ${c} and took ${chosen}.`,
  },
  /** From a run to the lesson about it. */
  fromRun: 'The lesson on this',
  /** From a run or a lesson to the questions of interviews. */
  asked: 'What people are asked about this',
  /** From Play to a lesson that was left before its end. */
  backToLesson: ({ title, page }: { readonly title: string; readonly page: number }) =>
    `Back to the lesson: ${title}, page ${number(page)}`,
  /** From a run that shows the answer of a question. */
  backToQuestion: 'Back to the question',
  /** From a question to its lesson. */
  lessonIs: (title: string) => `The lesson: ${title}`,
  codeFrom: 'This is the file that just ran, as it stands in the project:',
});
