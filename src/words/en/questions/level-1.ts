import type { firstQuestions } from '#learn/questions/level-1.ts';
import { room } from '../../language.ts';
import type { TextsOf } from '../../question-text.ts';

/** What everybody is asked about reasoning models. */
export const questionsOne = room('questionsOne', {
  texts: {
    'chain-of-thought': {
      question: 'What is a chain of thought, and when does it help?',
      answer:
        'The model writes its intermediate steps before the answer, so each step is a short jump from what already stands there, and hard problems get more computation than easy ones. It helps where an answer takes several steps: arithmetic, logic, code. It brings out what the model can already do and adds no knowledge. In the first paper only very large models gained by the prompt alone; smaller ones wrote fluent steps that did not follow.',
      mistake:
        'Taking it for magic. A model that cannot do the single steps gains nothing, and a question that takes one step needs no chain.',
      look: 'The same product, once worked out and once guessed. The chain is right, the direct answer wrong. The base model of this page gains nothing by the same prompt: it has not learnt to think.',
      ways: { together: 'With and without a chain', many: 'On 300 problems' },
    },
    'self-consistency': {
      question: 'How does self-consistency work, and why does it beat one greedy chain?',
      answer:
        'Sample several chains at a temperature above 0 and take the answer that most of them reach. Slips differ from chain to chain and spread over many wrong answers, while right chains meet in one. So the vote can be right although the likeliest single chain is wrong. Before votes are counted, equal answers must be made equal: “0.5”, “1/2” and “50%” are one vote, not three. It fails where most chains make the same mistake.',
      mistake:
        'Counting answers as text, and believing that hotter is better. The paper samples at 0.5 to 0.7; too hot, and single steps break.',
      look: 'The first chain is wrong and the vote of eight is right. In the sweep the vote at temperature 0.7 beats the one at 1.5. On 300 problems the vote clearly beats one sampled chain; the greedy chain of this small model is right about as often as a vote of 32, as the sweep “Does voting help?” shows.',
      ways: { vote: 'A vote of 8', temperature: 'Sweep the temperature', many: 'On 300 problems' },
    },
    'tree-of-thoughts': {
      question: 'How does a tree of thoughts differ from a chain?',
      answer:
        'A chain commits to each step. A tree proposes several next steps, has an evaluator judge the states they lead to, keeps the promising ones, and can go back. What makes the difference is the evaluator and going back, not the number of thoughts: many chains without a judge are a vote. It costs many times the tokens, so it pays where a first step decides everything and a state can be judged before the end.',
      mistake: 'Calling it “many chains”. Without an evaluator nothing is pruned, and nothing is searched.',
      look: 'On this game one greedy chain fails. The tree prunes what cannot lead to 24 and finds the one way that does, for more than twenty times the tokens.',
      ways: { together: 'A chain beside a tree', many: 'On 300 games' },
    },
    'outcome-or-process': {
      question: 'Outcome or process reward model: what is the difference?',
      answer:
        'An outcome reward model (ORM) gives one score to a finished solution; a process reward model (PRM) scores every step. A PRM says where a solution goes wrong, sees through answers that are right by luck, and can guide a search before the end. It costs labels for steps, from people or from rollouts. At test time both serve as judges for best-of-N; for a search that scores unfinished thoughts you need one that judges steps.',
      mistake:
        'Thinking that a PRM is only for training. It is as useful for choosing and searching at test time.',
      look: 'Some of the 16 traces have two slips that cancel out: a right answer from wrong steps. The PRM gives them low scores and picks one that is right all the way.',
      ways: { strips: 'Look at the scores of steps', many: 'Vote, ORM and PRM on 300 problems' },
    },
    'best-of-n': {
      question: 'How does best-of-N work, and when does it stop helping?',
      answer:
        'Draw N solutions and keep the one that a verifier scores highest. With more draws the chance that a right one is among them keeps rising. What you get is that chance, less what the verifier misses. The more candidates there are, the more often a wrong one is among them that the verifier likes best. So the curve flattens below the ceiling of a perfect verifier, and with a weak one it turns down.',
      mistake:
        'Believing that more is always better. The search is for what the verifier likes, and that is not always what is right.',
      look: 'Two verifiers on the same kind of draws, with the oracle’s curve above them. With four candidates nearly everything right is found; with 64 more is missed.',
      ways: { curve: 'Sweep N with two verifiers', many: 'A weak and a strong verifier on 300 games' },
    },
    'reasoning-tokens': {
      question: 'What are the reasoning tokens of models like o1 and R1?',
      answer:
        'Tokens that the model writes for itself before the answer. R1 puts them between <think> and </think>; o1 hides them and returns only how many there were. To the model they are ordinary tokens: each one is a forward pass, takes room in the context, and is waited and paid for. How many there are is learnt in training, and can be steered by an effort setting, a budget, or by forcing “Wait” or the end.',
      mistake:
        'Taking them for free, or for a separate module. They are latency and money, usually most of both.',
      look: 'The model thinks in several attempts before a short answer: the meter shows how few of the tokens are the answer.',
      ways: { meter: 'Count thought and answer' },
    },
    'grpo-or-ppo': {
      question: 'GRPO or PPO: what is different?',
      answer:
        'PPO learns a second network, the critic, which predicts the reward to come and serves as the baseline at each token. GRPO has none: it draws a group of answers to the same question, and each one’s advantage is its reward against the group’s mean, divided by the group’s standard deviation. All tokens of an answer share it. The clipped ratio stays; the KL term moves from the reward into the loss. It saves the memory and the training of a model as big as the policy.',
      mistake:
        'Calling it a small tweak. The baseline comes from siblings instead of a learnt value, so a group without any difference teaches nothing.',
      look: 'Sixteen traces of one problem: right ones have a positive advantage, wrong ones a negative one, and they sum to zero. Nothing in it is a critic.',
      ways: { lens: 'Open the GRPO lens' },
    },
    'aha-moment': {
      question: 'What was R1-Zero’s “aha moment”?',
      answer:
        'In the middle of training by reward alone, R1-Zero began to write things like “Wait, let me look at this again”, and its thoughts grew longer. Nobody taught it that. But nothing mystical happened: text that checks and corrects itself was already in the base model, now and then, and where it led to more right answers, the reward made it more frequent. Later work found such reflection in base models before any reinforcement learning.',
      mistake:
        'Taking it for a spark of awareness. It is what a reward at the end of a long episode selects for, where the base has the habit already.',
      look: 'Before reinforcement learning the model gives up after one “Wait”; after it, it says “Wait” four times, unforced, and solves the game. In plain arithmetic the same reward made “Wait” vanish: there a careful step pays more.',
      ways: { together: 'Before and after RL', many: 'On 300 games' },
    },
    distillation: {
      question: 'Why were the R1 distillates trained by imitation, not by RL?',
      answer:
        'Reinforcement learning can only reward what the model does at times. A small base model hardly ever finds a right long thought, so there is almost nothing to reward; imitating 800,000 samples of R1 hands it whole thoughts at once. In the paper the distilled 32B model reached 72.6% on AIME 2024, against 47.0% for the same base after large-scale RL. RL on top of a distillate can still help.',
      mistake:
        '“RL always wins.” Not from a weak base, and the teacher’s own ability came from RL on a big one.',
      look: 'The small model after RL answers at once and wrongly: it never learnt to think. The distilled one of the same size works the product out.',
      ways: { together: 'RL beside distillation', many: 'On 300 problems' },
    },
    'compute-or-parameters': {
      question: 'What does “test-time compute beats parameters” really say?',
      answer:
        'With the same total compute, a smaller model that samples or searches can beat one 14 times bigger that answers once. The paper finds this on easy and medium problems. On the hardest ones more pretraining wins, because the small model never succeeds, however often it tries. It also depends on how often the model is used: bigger training is paid once, test-time compute with every question.',
      mistake:
        'Reading it as the end of scaling laws. Test-time compute multiplies what a base can sometimes do; zero times N is zero.',
      look: 'The small model with the best of 14 is clearly above the large one’s single chain. On numbers larger than any it was trained on, a vote of 16 brings it nothing.',
      ways: {
        many: 'Small with search against large',
        hopeless: 'Where nothing helps',
        one: 'One game by the small model',
      },
    },
  } satisfies TextsOf<typeof firstQuestions>,
});
