import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** Shares as `15 of 100`, the amount of steps that a mean is of. */
interface Change {
  /** Traces that thought, at the start and at the end. */
  readonly thinking: readonly [before: string, after: string];
  readonly right: readonly [before: string, after: string];
  /** Steps at the start and at the end that the shares are means of; null where they are of one round. */
  readonly steps: readonly [first: number, last: number] | null;
}

const steps = (count: number) => plural(count, { one: '# step', other: '# steps' });

/** What came of a training, by how the model started and whether it thinks more now. */
function came(
  { thinking: [before, after], right, steps: over }: Change,
  { could, changed }: { readonly could: string; readonly changed: string },
): string {
  const start = over ? `over the first ${steps(over[0])}` : 'before the first round';
  const end = over ? `over the last ${number(over[1])}` : 'after the last';
  return `${could}: in ${before} traces ${start}; ${changed}${end} it thought in ${after}. Right answers went from ${right[0]} to ${right[1]}.`;
}
const rarely = 'It could think already, but rarely did';
const always = 'It thought from the start';

/** How a model learnt from traces of its own, and the buttons to try it. */
export const training = room('training', {
  /** How it learnt; `traces` were written to one problem and compared with each other. */
  how: {
    reinforcement: (traces: number) =>
      `Nobody showed the model worked solutions in this stage. It wrote ${number(traces)} traces for each problem, and two rules rewarded them: the answer is right, and the form is kept, one thought and then one answer. What did better than the rest of its ${number(traces)} became likelier.`,
    'self-evolution': () =>
      'Nobody showed the model worked solutions in this stage. In each round it wrote eight traces for each of two thousand problems. Of those that came to the right answer it imitated the two that its own value head liked most, always starting from the first model; the model of one round wrote the traces of the next. Its value head learnt from the same traces, from their outcomes alone: both the traces and the judging of them get better.',
  },
  note: {
    reinforcement:
      'Point at a step, or move the slider. Thin: means over the traces sampled in a step, on training problems. Thick: averaged over neighbouring steps. Distance: estimated KL divergence.',
    'self-evolution':
      'Point at a round, or move the slider. Round 0 is the model it began as. Measured on held-out problems; best: of 16 traces the one that its own value head likes most.',
  },
  came: {
    rarelyThenMore: (change: Change) => came(change, { could: rarely, changed: 'thinking paid, and ' }),
    rarely: (change: Change) => came(change, { could: rarely, changed: '' }),
    alwaysThenMore: (change: Change) => came(change, { could: always, changed: 'thinking paid, and ' }),
    always: (change: Change) => came(change, { could: always, changed: '' }),
  },
  yourself: 'Train it yourself, in this tab',
  fetching: 'Fetching the curve.',
  sameProblem: 'Both on the same problem',
  yourProblem: 'On your problem',
  settings: 'One chain of thought at high effort, always the likeliest token.',
  busy: 'A run is in progress. You can press these when it is done.',
  before: 'Run the model before <model>…</model>',
  after: 'Run the model after <model>…</model>',
  both: 'Both, side by side',
  noBefore: 'The model it began as does not come with the page.',
});
