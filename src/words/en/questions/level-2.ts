import type { secondQuestions } from '#learn/questions/level-2.ts';
import { room } from '../../language.ts';
import type { TextsOf } from '../../question-text.ts';

/** For those who work on reasoning models. */
export const questionsTwo = room('questionsTwo', {
  texts: {
    'grpo-advantage': {
      question: 'Derive GRPO’s advantage. What if all rewards are equal?',
      answer:
        'The policy gradient weighs the log-probability of an answer by its reward, less a baseline that lowers the variance. GRPO takes the mean of the G rewards of the same question for the baseline and divides by their standard deviation: A = (r − mean) / std, the same for every token of the answer. If all rewards are equal, the numerator is 0. With a small number added to the divisor the advantage is 0 and the group teaches nothing; without it, it is 0 / 0. Only the KL term still pulls. DAPO draws such questions again.',
      mistake:
        'Forgetting std = 0. In late training most groups are all right, in early training most are all wrong.',
      look: 'In the lens look for a group that is all right: every advantage is 0, and the formula without a floor has no value. Slide the floor.',
      ways: { lens: 'Open the GRPO lens' },
    },
    'four-stages': {
      question: 'R1 was trained in four stages. What is each of them for?',
      answer:
        'First, fine-tuning on a few thousand long, readable thoughts, so that reinforcement learning starts from something legible (R1-Zero mixed languages). Second, reinforcement learning with rewards by rule on mathematics, code and logic, which makes it reason well. Third, its own right answers are sampled, filtered and joined with writing and general data, about 800,000 in all, and the base is fine-tuned on them. Fourth, reinforcement learning in all situations, with preference models for helpfulness and harmlessness.',
      mistake:
        'Reciting them as a recipe. Each repairs what the one before leaves open: form, ability, breadth, behaviour.',
      look: 'One product by four checkpoints: the base answers at once, fine-tuning alone slips, the two that were rewarded are right.',
      ways: { together: 'Four checkpoints side by side', many: 'Before and after RL on 300 problems' },
    },
    'rule-reward': {
      question: 'Why did R1-Zero use rewards by rule and no learnt reward model?',
      answer:
        'Because optimisation finds the holes of a learnt reward. A checker that compares the answer or runs the tests has few holes; a neural reward model likes some wrong things, and thousands of updates drift towards just those. It would also have to be trained again as the policy changes. The price is that only tasks with checkable answers can be used; for the rest R1 does use reward models, in its last stage.',
      mistake: '“It is simpler.” It is, but the reason is that it is harder to hack.',
      look: 'Best of 64 by the value head: its favourite holds a false step, scored above 0.99, while right traces lie beside it. Of the first four it still picks a right one. The rule checker is not fooled.',
      ways: { fooled: 'Fool the value head', rule: 'The same draws, checked by rule' },
    },
    'why-wait-works': {
      question: 'Why does budget forcing, “Wait”, work?',
      answer:
        'When the model wants to stop thinking, the end is dropped and “Wait” put in its place. A model that has seen thoughts which check and correct themselves goes on with a check, and often mends a slip. s1 learnt that from 1,000 examples with long thoughts. A model that only saw straight solutions has no idea what follows a “Wait”: it writes rubbish and may lose a right answer.',
      mistake:
        'Taking it for a prompt trick that works on any model. It needs a model that has learnt to reflect.',
      look: 'With four waits the model that learnt from journeys gets better, the one that learnt from shortcuts collapses. Side by side: one mends its sum, the other was right before it was told to wait.',
      ways: {
        many: 'Sweep the waits',
        together: 'Both models on one sum',
        journeys: 'Measured: journeys',
        shortcuts: 'Measured: shortcuts',
      },
    },
    'which-aggregation': {
      question: 'How does a process reward model choose among N traces? Which aggregation?',
      answer:
        'Scores of steps have to become one number: the minimum (the weakest step decides), the product (the chance that all are right), the mean, or the last one (it has seen everything). The mean lets many good steps hide one fatal one; the product punishes long solutions. Which is best depends on what the model was trained to predict. If a step’s score says whether the whole will end well, the last one is natural; if it judges the step alone, min or product.',
      mistake: 'Always the mean: it hides the weak step.',
      look: 'The same 16 traces: by minimum and by the last score the right one wins, by product and by mean a wrong one. Over 300 problems the four hardly differ for this PRM, as it judges everything so far.',
      ways: { scores: 'One run, four ways to choose', many: 'On 300 problems' },
    },
    puct: {
      question: 'Write down PUCT. How is c tuned?',
      answer:
        'From a node, take the child with the largest Q + c · P · √N / (1 + n). Q is the mean value of the simulations through it, P the policy’s prior for it, N the visits of the parent, n its own. The second term is large for children that the policy likes and the search has hardly tried, and fades as they are visited. With c near 0 the search follows the first good value; with a large c it spreads evenly. Tune it on problems that you don’t test on, together with the number of simulations: values lie in 0 to 1, so c is around 1.',
      mistake:
        'Putting the child’s visits under the root. The root is over the parent’s; the child’s divide.',
      look: 'Stop at a selection and read the table: each score is worked out there. With c = 0 all simulations go through one child and the game is lost; with c = 10 they spread over all.',
      ways: {
        selection: 'Stop at a selection',
        'no-exploration': 'With c = 0',
        'much-exploration': 'With c = 10',
      },
    },
    'math-shepherd': {
      question: 'How does Math-Shepherd label steps, and what does it assume?',
      answer:
        'From each step it lets a model complete the solution several times. Soft label: the share of completions that end in the right answer; hard label: 1 if any does. On these labels a process reward model is trained, with no person labelling steps. It assumes that the final answer can be checked and that the completing model succeeds at times. If it never does, every step is labelled wrong; and a wrong step can get a good label where completions recover or guess.',
      mistake:
        'Taking it for labels for free. They cost many completions a step, and say as much of the completing model as of the step.',
      look: 'On the first game labels tell good from bad steps. On the second, no completion ever succeeds: every label is 0, the right steps’ too.',
      ways: {
        labels: 'Look at the labels of steps',
        none: 'Where all labels are 0',
        many: 'As a verifier on 300 games',
      },
    },
    'faithful-thoughts': {
      question: 'Does a chain of thought tell the truth about the reasoning?',
      answer:
        'Partly. What is written does matter: change a number in it and the answer usually follows. But it need not be the whole reason. Models that were pushed by a hint in the prompt gave plausible steps which left the hint out, reasoning models too: in one study Claude 3.7 Sonnet mentioned it in 25% and R1 in 39% of the cases. So a thought is evidence worth reading, and no proof of how the answer came about.',
      mistake: 'A plain yes or a plain no. Test it: edit the thought and see whether the answer moves.',
      look: 'With one digit changed, the answer is wrong just so. Then two models check a product with the same words, 180 + 18 = 198: one takes over 198, the other says “ok” and answers 218.',
      ways: {
        edited: 'Run on from an edited thought',
        ignored: 'A check that is ignored',
        anchors: 'Which step decided?',
      },
    },
    'which-model': {
      question: 'Which reasoning model for which task?',
      answer:
        'The smallest that solves your problems often enough, with as much thinking as they need. Ask: does the task take several steps at all? Can answers be checked? Then a small model with many samples may do. Must it run on your own machine, or show its thoughts? Then open weights. What may an answer cost and how long may it take? Measure on your own problems, at equal tokens, before you believe a table.',
      mistake:
        '“The biggest, always.” On easy problems it is as right and many times dearer, and thinking about trivia can even hurt.',
      look: 'The easy product: the model with 0.3 million parameters is as right as the one with 0.8. The long sum: only the bigger one is.',
      ways: { easy: 'An easy product', hard: 'A long sum', chooser: 'Open the chooser' },
    },
    'kl-term': {
      question: 'What does the KL term do in GRPO, and how big should β be?',
      answer:
        'It pulls the policy back to a reference, the model before training, token by token. It keeps language and abilities that the reward does not measure, and holds the policy near where the reward can be trusted. DeepSeekMath used β = 0.04 and R1-Zero 0.001; DAPO leaves the term out, since a model that learns long thoughts has to move far from where it began, and a reward by rule is hard to hack. With a learnt reward, keep it.',
      mistake:
        'Copying β from RLHF onto long chains: the sum over thousands of tokens then outweighs the reward.',
      look: 'Slide β in the lens. In a group that is all right the advantages are 0, and what is left of the objective is the KL term alone.',
      ways: { lens: 'Open the GRPO lens' },
    },
  } satisfies TextsOf<typeof secondQuestions>,
});
