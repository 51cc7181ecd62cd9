import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** What two lenses share: which trace they look at, and how many rollouts are drawn behind its steps. */
export const rolloutWords = room('rolloutWords', {
  source: 'Which trace',
  from: { play: 'The run in Play', own: 'A held-out problem' },
  trace: 'Trace',
  traceNamed: ({ place, answer }: { readonly place: number; readonly answer: string }) =>
    `${number(place)}: ${answer}`,
  noAnswer: 'no answer',
  model: 'Model',
  previous: 'The problem before',
  next: 'Another problem',
  otherSeed: 'Another seed',
  seed: (seed: number) => `Seed ${seed}`,
  problem: (place: number, of: number) => `Problem ${number(place)} of ${number(of)}`,
  drawing: 'A trace is being drawn …',
  nothing:
    'This trace answers without a thought in steps: there is nothing to draw again. Try another seed, problem or model.',
  leftOut: (steps: number) =>
    `${plural(steps, { one: 'The last step stands', other: 'The last # steps stand' })} too deep in the thought to start from and ${plural(steps, { one: 'is', other: 'are' })} left out.`,
  right: 'right',
  wrong: 'wrong',
  answers: (answer: string) => `Its answer: <data>${answer}</data>`,

  drawn: ({ each, steps }: { readonly each: number; readonly steps: number }) =>
    `${plural(each, { one: '# rollout', other: '# rollouts' })} from each of ${plural(steps, { one: '# place', other: '# places' })}`,
  stillDrawing: ({ done, of }: { readonly done: number; readonly of: number }) =>
    `Drawing: ${number(done)} of ${number(of)} parts`,
  stop: 'Stop',
  goOn: 'Go on',
  tryAgain: 'Try again',
  more: (count: number) => `Draw ${number(count)} more from each`,
  start: (count: number) => `Draw ${number(count)} from each`,
  notHere: 'This model is not stored on this machine. Fetch it under Models in Play first.',
  onGpu: 'This model runs on your graphics processor, one rollout after the other: this may take minutes.',
  temperature: (value: string) =>
    `The trace was drawn greedily; rollouts are drawn at temperature ${value}, as they would all be one otherwise.`,
  steps: { begin: 'Before the first step', after: (step: number) => `After step ${number(step)}` },
});
