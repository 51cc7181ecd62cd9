import type { LoggedElsewhere, OtherTool } from '#run/facts/logged-elsewhere.ts';
import { room } from '../language.ts';
import { number, plural } from './format.ts';

const made = {
  'tree-of-thought-llm': 'the code of Tree of Thoughts (Yao et al. 2023)',
  'llm-reasoners': 'LLM Reasoners (Hao et al. 2024)',
} satisfies Record<OtherTool, string>;

interface Outputs {
  readonly right: number;
  readonly of: number;
}

/** Trees from the logs of other programs. */
export const elsewhereWords = room('elsewhereWords', {
  title: 'From another program',
  from: ({ tool }: LoggedElsewhere) =>
    `This tree was grown by ${made[tool]}, not here. Its numbers stand as they were logged.`,
  outputs: ({ right, of }: Outputs) =>
    `${plural(of, { one: '# output', other: '# outputs' })}, ${number(right)} of them right by the log.`,
  notThere:
    'The log does not say which model it was, and has no probabilities, times or seeds, so none are shown.',
  scale: 'Colours go from the lowest to the highest number of this log.',
  near: 'To run something like it here, press Run: the same problem, with the settings on the left.',
  nearInWords:
    'The log does not say what was asked. On the left stands the first state as a question, for a model that follows instructions.',
  loggedBy: (tool: OtherTool) => `Logged by ${tool}`,
  nothingRun: 'A tree of another program: nothing was run here.',
  tree: 'Tree of this file',
  option: ({
    at,
    text,
    right,
  }: {
    readonly at: number;
    readonly text: string;
    readonly right: Outputs | null;
  }) =>
    right
      ? `${number(at)}. ${text}: ${number(right.right)} of ${number(right.of)} right`
      : `${number(at)}. ${text}`,
});
