import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonChainOfThought = room('lessonChainOfThought', {
  pages: {
    direct: {
      title: 'Without a thought',
      text: 'Make 24 of 4, 9, 10 and 13. The model must write an expression at once, token by token, with nothing to read but the numbers.',
      task: 'Run it.',
      after: ({ answer, tokens }) => `<data>${answer}</data> in ${number(tokens)} tokens, and wrong.`,
    },
    thinking: {
      title: 'Steps first',
      text: 'The same model may now write intermediate results. Each is worked out once and can be read by all later tokens. The answer is drawn given the question and the thought.',
      guess: { asks: 'Will that be enough?', options: { right: 'Yes', wrong: 'No' } },
      setups: { direct: 'At once', chain: 'Think first' },
      task: 'Choose to think first, and run.',
      after: ({ answer, thought }) =>
        `${number(thought)} tokens of thought, then <data>${answer}</data>: right.`,
      letters: 'First a thought z about the problem x, then the answer y given both.',
    },
    examples: {
      title: 'From examples',
      text: 'Zero-shot: only the question. Few-shot: a few solved problems stand before it, and the model goes on in their way. Large models do so untrained; this one has learnt to.',
      setups: { zero: 'Zero-shot', few: 'Few-shot' },
      task: 'Choose few-shot and run.',
      after: ({ answer }) =>
        `With examples it says <data>${answer}</data>, which is right; without, it slips. On other problems examples mislead: one problem proves nothing.`,
    },
    weak: {
      title: 'A weak model',
      text: 'This base model multiplies small numbers by heart. It was hardly ever shown how to think. A chain of thought calls up an ability; it does not make one.',
      guess: {
        asks: 'At once it is right here. And when it may think?',
        options: { right: 'Still right', wrong: 'Wrong' },
      },
      setups: { direct: 'At once', chain: 'May think' },
      task: 'Let it think, and run.',
      after: ({ answer, thought }) =>
        `It was allowed to think, used ${number(thought)} tokens of thought, and its answer <data>${answer}</data> is wrong. The invitation alone made it worse.`,
    },
    often: {
      title: 'Is that its rule?',
      text: 'One problem proves nothing. So ask this base model 300 held-out problems: at once, and with leave to think. Wei (2022) saw small models get worse.',
      guess: {
        asks: 'With leave to think it solves …',
        options: { worse: 'fewer', same: 'about as many', better: 'more' },
      },
      task: 'Guess, then look at what was measured.',
      after:
        'About as many: it gains some and loses some. It hardly thinks even where it may, so there is little that could hurt. A thought must have been learnt before it can help or harm.',
      readOn: 'Each problem, in the Lab',
    },
    trained: {
      title: 'Taught to think',
      text: 'Now the same base after fine-tuning on worked solutions: supervised chain of thought. R1 and its distillates learnt it in this way, or by reward alone.',
      setups: { base: 'Base', taught: 'Fine-tuned' },
      task: 'Choose the fine-tuned model and run.',
      after: ({ answer, thought }) =>
        `${number(thought)} tokens of thought, and <data>${answer}</data> is right.`,
    },
    measured: {
      title: 'Not one, but many',
      text: 'Held-out problems, the same model, the same seeds: at once, and with a thought first. The line is the 95% interval.',
      task: 'Look at what was measured.',
      readOn: 'Each problem, in the Lab',
    },
  },
} satisfies ChapterWords);
