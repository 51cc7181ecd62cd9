import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** The lab: what the literature claims, and what holds on the models of this page. */
export const lab = room('lab', {
  parts: 'Parts of the lab',
  partNames: { evidence: 'Evidence', sweeps: 'Sweeps', lenses: 'Lenses', training: 'Training' },
  title: 'What holds on these models',
  intro: ({ claims, problems }: { readonly claims: number; readonly problems: number }) =>
    `${number(claims)} claims of the literature, each put to the test on the small models that come with this page: up to ${number(problems)} problems that no model was trained on, the same problems and seeds for every way to answer.`,
  topics: 'Topics',
  all: 'All topics',
  outcome: 'Outcome',
  anyOutcome: 'Any outcome',
  sort: 'Order',
  orders: {
    table: 'As in the literature',
    difference: 'Largest difference first',
    unlikely: 'Smallest p first',
  },
  counted: (count: number) => plural(count, { one: '# claim', other: '# claims' }),
  none: 'No claim of this topic came out so. Choose another topic or any outcome.',

  howToRead: 'How to read this',
  interval95: 'A dot is the share of problems solved; the bar around it is its 95% interval (Wilson).',
  costs: 'Below each way: tokens drawn for a problem, on average, times millions of parameters of its model.',
  paired:
    'Ways to answer are compared problem by problem: only problems that one gets right and the other wrong tell them apart. p is from McNemar’s exact test, two-sided, corrected by Holm’s method for all claims of this page.',
  verdicts: {
    shown:
      'shown: accuracy rises from way to way, by at least the expected amount, and the difference is clear (corrected p of 0.05 or less).',
    partly:
      'partly: the last is clearly above the first, but by less, or not in order, or not at every step that the claim is about.',
    unclear: 'unclear: the last is not clearly above or below the first.',
    opposite: 'opposite: it is clearly below.',
  },
  linkTo: (claim: string) => `Link to this claim: ${claim}`,
  overview: 'All claims, and how many problems the first and the last way solve',
  change: (first: string, last: string) => `${first} → ${last}`,
  columns: { way: 'Way to answer', right: 'Right', claim: 'Claim', change: 'First → last way' },
  caption: (claim: string) => `Problems solved: ${claim}`,
  interval: (low: number, high: number) => `${number(low * 100)}–${number(high * 100)}`,
  cost: ({ tokens, parameters }: { readonly tokens: number; readonly parameters: number }) =>
    `${number(tokens)} tokens ×\u00a0${number(parameters / 1e6, 1)}\u00a0M`,
  compared: ({
    first,
    second,
    onlyFirst,
    onlySecond,
    p,
  }: {
    readonly first: string;
    readonly second: string;
    readonly onlyFirst: number;
    readonly onlySecond: number;
    readonly p: string;
  }) =>
    `${plural(onlySecond, { one: '# problem is', other: '# problems are' })} right only with “${second}”, ${number(onlyFirst)} only with “${first}”: ${p}.`,
  correctedP: 'corrected p',
  of: ({
    problems,
    date,
    commit,
  }: {
    readonly problems: number;
    readonly date: string;
    readonly commit: string;
  }) => `n = ${number(problems)}, measured ${date} at ${commit}`,

  reproduce: 'Reproduce it here',
  try: 'Try one of these problems in Play',
  problem: (place: number, of: number) => `Problem ${number(place)} of ${number(of)}`,
  parting: (count: number) =>
    plural(count, {
      one: 'The one problem on which the first and the last way part.',
      other: 'One of # on which the first and the last way part.',
    }),
  noParting: 'On every problem the first and the last way come out the same.',
  previous: 'Another problem, back',
  next: 'Another problem',
  measuredRight: 'right when measured',
  measuredWrong: 'wrong when measured',
  open: 'Open in Play',
  openOne: (way: string) => `Open in Play: ${way}`,
  same: 'The seed is the one that was measured: run it, and the same tokens come, on any machine.',
  fetching: 'Fetching the problems.',

  curves: 'Learning curves',
  curvesAre: 'How models that learnt from traces of their own came to think, step by step of their training.',
});
