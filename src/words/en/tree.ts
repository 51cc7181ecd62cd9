import type { FalseReason } from '#run/facts/false-step.ts';
import type { NodeStatus } from '#run/tree-state.ts';
import { room } from '../language.ts';
import { fixed, number, plural } from './format.ts';

const statuses = { live: '', kept: 'kept', pruned: 'pruned' } satisfies Record<NodeStatus, string>;

/** A number of another program, which may be small. */
const logged = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-6 ? String(value) : number(value, 6);

/** A node as it is read out; what is null is left out. */
interface SpokenNode {
  readonly name: string;
  /** Steps from the root, which has 0. */
  readonly depth: number;
  readonly answer: string | null;
  readonly outcome: 'right' | 'wrong' | null;
  /** `value 0.50`, `not judged`. */
  readonly valued: string | null;
  readonly visits: number;
  readonly cutOff: boolean;
  readonly status: NodeStatus;
}

/** The picture of a search tree, its legend and its outline. */
export const tree = room('tree', {
  picture: 'Picture of the search tree. Arrow keys move among its nodes, Enter folds one or opens a bar.',
  outline: 'Search tree',
  start: 'Start',
  node: (node: number) => `Node ${node}`,
  noAnswer: 'no answer',
  hidden: (nodes: number) => `+${number(nodes)}`,
  /** A bar: nodes that are not drawn one by one. */
  bar: ({
    count,
    values,
  }: {
    readonly count: number;
    readonly values: { readonly low: number; readonly high: number; readonly logged: boolean } | null;
  }) =>
    `Show ${plural(count, { one: '# more node', other: '# more nodes' })}${
      values === null
        ? ', not valued'
        : // Its numbers are another program's, and stand for places between them here.
          values.logged
          ? ''
          : values.low === values.high
            ? `, value ${fixed(values.low, 2)}`
            : `, values ${fixed(values.low, 2)} to ${fixed(values.high, 2)}`
    }`,
  /** The whole tree on a narrow strip. */
  overview: (nodes: number) =>
    `Overview of all ${number(nodes)} nodes. Arrow keys move in it, a click goes to a place.`,
  overviewHelp:
    'The whole tree: a stripe for each node, a column for each step; its length and colour are the value. The frame is what you see; a click goes there',
  /** Steps that are being drawn, before they are nodes. */
  drawn: ({ drawn, all }: { readonly drawn: number; readonly all: number }) =>
    `${number(drawn)} of ${plural(all, { one: '# next step', other: '# next steps' })} drawn`,
  drawing: 'Next steps drawn',
  times: (count: number) => `×${number(count)}`,
  otherSteps: (steps: number) => `and ${plural(steps, { one: '# other step', other: '# other steps' })}`,
  falseByRule: {
    'not-so': 'false by rule',
    'not-there': 'uses a number that is not there',
    'other-left': 'miscounts the numbers left',
  } satisfies Record<FalseReason, string>,
  /** What was done at a step of rStar, and what was written. */
  acted: (action: string, text: string) => (text === '' ? action : `${action}: ${text}`),
  actions: { rest: 'rest', 'sub-question': 'asked', 're-answer': 'again', rephrase: 'rephrased' },
  asked: (question: number) => `asked ${number(question)}`,
  decimal: (value: number) => fixed(value, 2),
  /** As another program logged it. */
  logged: (value: number) => logged(value),
  inLog: (value: number) => `${logged(value)} in the log`,
  value: (value: number) => `value ${fixed(value, 2)}`,
  score: (score: number) => `score ${fixed(score, 2)}`,
  notJudged: 'not judged',
  spoken: ({ name, depth, answer, outcome, valued, visits, cutOff, status }: SpokenNode) =>
    [
      name,
      depth === 0 ? 'the prompt, before any step' : `step ${number(depth)}`,
      answer === null ? '' : `answers ${answer}`,
      outcome ?? '',
      valued ?? '',
      visits === 0 ? '' : plural(visits, { one: '# visit', other: '# visits' }),
      cutOff ? 'cut off' : '',
      statuses[status],
    ]
      .filter((part) => part !== '')
      .join(', '),
  tip: {
    answer: (answer: string) => `answer <answer>${answer}</answer>`,
    notValued: 'not valued yet',
    visits: (visits: number) => `visits ${number(visits)}`,
    prior: (prior: number) => `prior ${fixed(prior, 2)}`,
    pruned: 'pruned',
  },
  legend: {
    label: 'Legend of the tree',
    tick: (value: number) => number(value),
    value: 'value',
    score: 'score',
    logged: 'number in the log',
    lowest: 'lowest',
    highest: 'highest',
    visits: 'visits',
    right: 'right',
    wrong: 'wrong',
    pruned: 'pruned',
    cutOff: 'cut off',
    more: 'more nodes',
    strip: 'overview: a stripe for each node; the frame is what you see',
  },
});
