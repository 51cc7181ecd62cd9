import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonR1Stages = room('lessonR1Stages', {
  pages: {
    cold: {
      title: 'Stage 1: a cold start',
      text: 'R1-Zero thinks well, but its thoughts are hard to read. So R1 begins with supervised fine-tuning: a few thousand good traces to imitate. They teach the form of a thought: steps, checks, an answer.',
      task: 'Run the model after this stage.',
      after: ({ answer, said }) =>
        `It has the form: steps and ${number(said)} checks. But it answers <data>${answer}</data>, wrong. Read the first check: it finds another number, says “ok”, and changes nothing. It imitates checking.`,
    },
    reward: {
      title: 'Stage 2: reward',
      text: 'Reinforcement learning comes next, as in R1-Zero. Now the answer counts, not how a thought looks.',
      guess: {
        asks: 'What becomes of its thoughts?',
        options: { longer: 'Longer, with more checks', shorter: 'Shorter, with better steps' },
      },
      setups: { sft: 'imitating', r1: 'rewarded' },
      task: 'Run both, side by side.',
      after: (_, of) =>
        `Right now: <data>${of('r1').answer}</data>, with ${number(of('r1').said)} check in place of ${number(of('sft').said)}, and ${number(of('r1').spent)} tokens in place of ${number(of('sft').spent)}. In these sums it pays to make steps reliable.`,
      readOn: 'Reward after imitation, on 300 problems',
    },
    form: {
      title: 'Stage 3: its own best traces',
      text: 'R1’s third stage imitates again: right and readable traces of the model’s own, and data beyond mathematics, 800 thousand in all. Ours had a few hundred, and lost accuracy by it. What imitation kept is that the model obeys: think briefly, or check.',
      setups: { low: 'briefly', high: 'with checks' },
      task: 'Run the final model both ways.',
      after: (_, of) =>
        `Briefly: ${number(of('low').spent)} tokens, no check. With checks: ${number(of('high').spent)} tokens, ${number(of('high').said)} check. For the R1-Zero-style model the two prompts mean the same.`,
    },
    all: {
      title: 'Stage 4: reward again',
      text: 'Last comes reinforcement learning in all scenarios: rules where answers can be checked, learned judges of helpfulness and harm elsewhere. Here it is sums alone. Four models on one problem:',
      setups: { base: 'base', zero: 'reward alone', sft: 'imitation', r1: 'all stages' },
      task: 'Run all four.',
      after: (_, of) =>
        `The base guesses in ${number(of('base').spent)} tokens. Imitation checks much (${number(of('sft').spent)} tokens) and is wrong. Reward alone (${number(of('zero').spent)}) and all stages (${number(of('r1').spent)}) are right.`,
    },
    measured: {
      title: 'What each is for',
      text: 'Imitation gives the form, reward makes it right, one’s own traces keep it readable and broad, and the last reward aligns it. DeepSeek reports 79.8% on AIME 2024 for R1, 71.0% for R1-Zero. In our small world the two are level.',
      task: 'Compare imitation and all stages.',
      readOn: 'This claim in the Lab',
    },
  },
} satisfies ChapterWords);
