import type { thirdQuestions } from '#learn/questions/level-3.ts';
import { room } from '../../language.ts';
import type { TextsOf } from '../../question-text.ts';

/** What laboratories discuss about reasoning models. */
export const questionsThree = room('questionsThree', {
  texts: {
    'grpo-efficiency': {
      question: 'Why is GRPO so efficient, at the root?',
      answer:
        'Reward comes once for a whole trace, and GRPO gives credit to whole traces: it does not try to learn a value for every token from so little. The contrast is within one question, so the question’s difficulty cancels out, which a critic would have to learn. And every group whose answers differ teaches both ways, from what worked and from what did not. Its weakness is the same thing: questions that are always or never solved teach nothing, and a good step in a failed trace is blamed with the rest.',
      mistake:
        'Saying only “no critic”. That saves memory; the sampling efficiency comes from the contrast within a question.',
      look: 'Survey many problems in the lens: the groups with both right and wrong traces are the ones that teach. A trained model has many that are all right.',
      ways: { lens: 'Survey groups in the lens' },
    },
    'zero-or-instruct': {
      question: 'Why did R1-Zero break through where InstructGPT’s PPO did not?',
      answer:
        'Several things changed at once. The reward: checkable correctness in place of a learnt model of preference, so it could be optimised long and hard. The task: long problems on which thinking pays, in place of helpful replies. The base: far stronger, with reflection already in its text. The algorithm: GRPO without a critic, at larger scale. InstructGPT did not fail, either: it aimed at helpfulness. No paper has varied these one by one at that scale, so be careful with “the” reason.',
      mistake: 'Naming one trick. Reward, base, task and algorithm changed together.',
      look: 'The base answers at once, imitation of worked solutions slips, reward alone works the product out. It is the same base in all three.',
      ways: { together: 'Base, imitation and reward alone', many: 'On 300 problems' },
    },
    'wait-beats-o1': {
      question: 'How can “Wait” beat o1-preview, and what does it teach?',
      answer:
        's1-32B was fine-tuned on 1,000 chosen examples, and budget forcing took it from 50 to 57% on AIME 2024; on competition mathematics it exceeds o1-preview by up to 27%. The lesson is that reasoning was in the pretrained model and little was needed to bring it out. But look at the whole: the base has 32 billion parameters, the examples came from a strong reasoning model, the comparison is on one kind of problem, and forcing more levels off.',
      mistake:
        '“s1 is simple, so reasoning is easy.” It is activated more than injected: without the base and the teacher’s thoughts, nothing would be there to activate.',
      look: 'The first attempt fails. A forced “Wait” brings a right answer, and those after it keep it: follow the rounds on the budget’s timeline.',
      ways: { timeline: 'The timeline of waits', many: 'Waits on 300 games' },
    },
    'sequential-or-parallel': {
      question: 'Sequential or parallel test-time compute: when which?',
      answer:
        'Parallel draws many independent attempts: it can run at once, covers different ideas, and needs a vote or a verifier to choose. Sequential lets an attempt build on the one before: it needs a model that has learnt to improve, and time, but no extra memory. The paper finds that on easy problems revising is enough, and that hard ones want a mix with more attempts side by side. How much each brings depends on whether the model has learnt to revise.',
      mistake: '“One is better.” It depends on the task and the model, so measure a grid at equal cost.',
      look: 'Twelve attempts in four splits at about equal tokens. The usual model does best with all side by side; for the one that learnt from journeys the split hardly matters.',
      ways: { grid: 'Sweep the grid', one: 'Two chains of six attempts' },
    },
    'next-model': {
      question: 'How would you design the next reasoning model?',
      answer:
        'There is no settled answer; say what limits today’s models and how you would measure progress. Budgets: spend by difficulty, and stop when sure. Search: branch and go back inside a thought, rather than only around it. Judges: verifiers that reason before they judge, since every search is as good as its verifier. Rewards: more tasks that can be checked, credit to steps, and no reward for length. Start from one failure that you can measure, and change one thing.',
      mistake:
        'Adding a bit to what exists without saying which failure it would mend, and how one would know.',
      look: 'Compute-optimal spends by difficulty: with one seed the samples suffice for a vote, with another it goes on to search. A verifier that is only asked “is this right?” picks worse than a vote here: judging has to be learnt.',
      ways: {
        many: 'Sweep adaptive against fixed',
        easy: 'A run that votes',
        searched: 'A run that searches',
        generative: 'A verifier that is asked',
      },
    },
  } satisfies TextsOf<typeof thirdQuestions>,
});
