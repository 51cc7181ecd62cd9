import * as v from 'valibot';
import { countdownProblem, type CountdownProblem } from './countdown-problem.ts';
import type { FamilySheet } from './sheet.ts';

export const countdown = {
  schema: countdownProblem,
  text: ({ numbers, target }) => `Make ${target} from ${numbers.join(', ')}`,
  fileName: ({ numbers, target }) => `${target}-from-${numbers.join('-')}`,
  usual: { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
  model: 'countdown',
  answerForm: () => 'expression',
  manyAnswers: true,
  checkedByRule: true,
  trained: {
    // The list of numbers left.
    stepEnds: [']'],
    formula: ({ numbers, target }) => `${target} : ${numbers.join(' ')}`,
    effortOfWaits: 'high',
    settings: {},
    maxTokens: 200,
  },
  link: {
    model: 'countdown',
    since: () => 1,
    newest: 1,
    short: ({ numbers, target }) => ['c', numbers, target],
    fromShort: v.pipe(
      v.strictTuple([v.literal('c'), v.array(v.number()), v.number()]),
      v.transform(([, numbers, target]): CountdownProblem => ({ family: 'countdown', numbers, target })),
    ),
  },
  heldOut: {
    usual: () => import('../held-out/countdown.ts'),
    harder: () => import('../held-out/countdown.ts'),
  },
} satisfies FamilySheet<CountdownProblem>;
