import type { RunState } from '#run/state.ts';
import { room } from '../language.ts';
import { fixed, list, number, plural } from './format.ts';

/** The compare tab: two to four strategies on one problem, at one token budget. */
export const compare = room('compare', {
  summary: ({
    problem,
    ways,
    models,
  }: {
    readonly problem: string;
    readonly ways: number;
    readonly models: number;
  }) =>
    models === 1
      ? `<problem>${problem}</problem>: thought through in ${number(ways)} ways, with the same model, seed and token budget.`
      : `<problem>${problem}</problem>: thought through in ${number(ways)} ways by ${number(models)} models, with the same seed and token budget.`,
  arm: {
    strategy: (place: number) => `Strategy ${place}`,
    model: (place: number) => `Model ${place}`,
    asSetUp: (model: string) => `${model}, as set up`,
    notWithModel: (strategy: string) => `${strategy} (not with this model)`,
    unfit: (model: string) => `${model} (does not fit)`,
    remove: (place: number) => `Take out strategy ${place}`,
    add: 'Add a strategy',
  },
  tokens: 'Tokens each, at most',
  tokensName: 'Tokens each',
  run: 'Compare',
  stop: 'Stop',
  blocked: ({
    strategy,
    model,
    why,
  }: {
    readonly strategy: string;
    readonly model: string;
    readonly why: string;
  }) => `${strategy}, ${model}: ${why}`,
  note: 'Each runs with its own usual settings; the strategy of the setup runs with yours. A strategy may end before its budget is spent.',
  workNote:
    'A token of a larger model is more work: tokens × parameters compares how much work each of them did.',
  side: ({ strategy, model }: { readonly strategy: string; readonly model: string }) =>
    `${strategy}, ${model}`,
  show: 'Step through this run',
  asTable: 'The same as a table',
  caption: 'Strategies compared',
  columns: { strategy: 'Strategy', model: 'Model', answer: 'Answer', verdict: 'Verdict' },
  outcomes: { right: 'right', wrong: 'wrong', ungraded: 'ungraded' },
  waiting: 'waits for its turn',
  thinking: 'thinks',
  failed: (why: string) => `failed: ${why}`,
  noAnswer: (why: string) => `no answer: ${why}`,
  ended: {
    idle: 'did not run',
    running: 'stopped',
    cancelled: 'stopped',
    finished: 'no answer',
    failed: 'failed',
  } satisfies Record<RunState['status'], string>,
  figures: {
    tokens: 'tokens',
    work: 'tokens × parameters',
    seconds: 'seconds',
    forwards: 'forwards',
    forwardsHelp: 'Forward passes of the model; one serves all traces that are written at the same time',
    sizeUnknown: 'size unknown',
    elapsed: (seconds: number) => fixed(seconds, 2),
    count: (count: number) => number(count),
    ofBudget: ({ tokens, budget }: { readonly tokens: number; readonly budget: number }) =>
      `${number(tokens)} of ${number(budget)}`,
  },
  tree: (nodes: number) => `Search tree of ${plural(nodes, { one: '# node', other: '# nodes' })}`,
  traces: (traces: number) => plural(traces, { one: 'one trace', other: '# traces' }),
  votes: (answers: readonly { readonly answer: string; readonly votes: number }[]) =>
    `Votes: ${list(answers.map(({ answer, votes }) => `${number(votes)} for ${answer}`))}`,
});
