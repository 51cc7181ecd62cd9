import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** The middle of the page: which run it shows, its traces, and what a model says while it is opened. */
export const stage = room('stage', {
  title: 'Run',
  views: 'Views of the run',
  tabs: {
    tree: 'Tree',
    thoughts: 'Thoughts',
    votes: 'Votes',
    scores: 'Scores',
    budget: 'Budget',
    compare: 'Compare',
  },
  back: 'Back',
  backToComparison: 'Back to the comparison',
  allTraces: 'All traces',
  doubt: 'Underlined tokens: the model was in doubt. The thicker the line, the less likely the token.',
  unsure: 'unsure',
  hideThinking: 'Hide thinking',
  showThinking: 'Show thinking',
  /** Before the first run, by where the setup comes from. */
  invitation: {
    default: 'Watch a small language model think this through, one token at a time, here in your browser.',
    link: 'This link holds an experiment. Run it to watch the model at work, one token at a time, here in your browser.',
    history: 'The run that was shown here is no longer kept, but its setup is. Run it again.',
    person: 'Ready. Run it to watch the model at work, one token at a time.',
  },
  runHere: 'Run it on your machine',
  chooseModel: 'Choose another model',
  allModels: 'All models',
  download: 'Download the model',
  staysHere: 'Nothing leaves your machine: the model is on it.',
  smallDownload: 'Nothing leaves your machine. The model is about a megabyte.',
  /** While a model is opened. */
  opening: {
    title: 'Loading the model',
    begin: 'Opening the model',
    fetching: 'Fetching the model',
    reading: 'Reading the model',
    checking: 'Checking that it arrived whole',
    starting: 'Starting it',
    compiling: 'Preparing the graphics processor',
    compilingNote: 'The first time takes up to a minute; later ones are quick.',
    'self-check': 'Checking its arithmetic',
    selfCheckNote: 'Texts computed together must come out as texts computed alone.',
    ready: 'Ready',
    loaded: 'Model loaded',
    bytes: (done: string, all: string) => `${done} of ${all}`,
    waiting: 'waiting',
    failed: 'The run could not start',
  },
  recorded: 'recorded',
  imported: 'from a file',
  live: 'live',
  goesOnFrom: 'Goes on from: <text>…</text>',
  neverFollows: 'Never follows: <text>…</text>',
  /** To the first lesson. */
  story: 'See how, in seven steps',
  recordedRun: 'A small model thinks eight times: two slips are outvoted.',
  hidden: (seconds: number) =>
    `This tab was hidden for ${number(seconds)} s of the run. Browsers slow hidden tabs, so its speed may be too low.`,
  /** A run that broke off, and one that goes on from it. */
  resume: {
    run: 'Run on from here',
    help: 'The same run: what is written is kept, the rest is computed now (O)',
    other: (model: string) => `Continue a thought with ${model}…`,
    otherHelp: 'A branch: the other model continues the longest thought, as text',
    cancelled: 'This run was cancelled.',
    saved: 'This run was saved before it was over.',
    canGoOn: 'It can go on from what it has.',
    recalled: (recalled: number, tokens: number) =>
      `Goes on from an interrupted run: ${number(recalled)} of ${number(tokens)} tokens recalled from it. Time and tok/s are of the rest.`,
  },
  noTrace: 'No trace has started at this step.',
  trace: {
    tokens: (count: number) => plural(count, { one: '# token', other: '# tokens' }),
    /** Where there is little room. */
    tok: (count: number) => `${number(count)} tok`,
    waits: (count: number) => (count > 1 ? `Wait ${number(count)}×` : 'Wait'),
    open: (label: string) => `Open ${label} large`,
    thinking: 'Thinking',
    thinkingTokens: (count: number) =>
      plural(count, { one: 'Thinking <b>#</b> token', other: 'Thinking <b>#</b> tokens' }),
    thinkingOf: (label: string) => `Thinking of ${label}`,
    /** In a small card, which shows the end of a long thought. */
    before: (parts: number) => `… ${number(parts)} before`,
    answer: 'Answer',
    answerOf: (label: string) => `Answer of ${label}`,
    noneGiven: 'none given',
    noneCut: (cut: string) => `none: it was ${cut}`,
    notYet: 'not yet',
    noneStopped: 'none: it was stopped',
  },
  status: {
    answered: 'answered',
    noAnswer: 'no answer',
    stopped: 'stopped',
    ended: 'ended',
    answering: 'answering',
    thinking: 'thinking',
  },
  /** Behind a token that the strategy put there, and behind a “Wait”. */
  forcedMark: 'forced',
  waitMark: 'thinks again',
  /** Why a trace ended. */
  ended: {
    'end-of-text': 'the model ended it',
    stop: 'a stop text was reached',
    length: 'it reached the most tokens allowed',
    context: "the model's context was full",
    cancelled: 'it was stopped',
  },
});
