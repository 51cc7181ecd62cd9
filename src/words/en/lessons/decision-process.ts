import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonDecisionProcess = room('lessonDecisionProcess', {
  pages: {
    words: {
      title: 'Five words for everything',
      text: 'State, action, policy, reward, value: with these five words from reinforcement learning, all the methods of this page can be told. A search makes them visible.',
      task: 'Run the search.',
      after: ({ nodes, traces }) =>
        `${number(nodes)} nodes. Each is a state, each line to a child an action. ${number(traces)} of its paths came to an end.`,
    },
    state: {
      title: 'State, action, policy',
      text: 'The state is the problem and the steps so far. An action is one more step. The policy is the model: how likely it takes which step. Nothing is hidden and nothing is lost: the state is text.',
      task: 'Select a node on the way to the answer. Then others.',
    },
    reward: {
      title: 'Reward and value',
      text: 'The reward comes at the end: is the answer right? Nobody tells the search. So a verifier guesses. The value of a state is what can be expected from there, and it is learnt from what came back.',
      task: 'Select a node where a path ends.',
    },
    value: {
      title: 'How value flows back',
      text: 'Each simulation ends in a state and gets a score. The score goes back up, and every state on the way takes it into its mean. So early states learn from late ones.',
      task: 'Step to where a value is backed up.',
      after: 'The path is lit. Go on with ] and watch the numbers of its nodes move.',
      letters: 'N(s) is how often simulations came back through s, v are the values that they brought.',
    },
    map: {
      title: 'The whole map',
      text: 'Chain of thought follows the policy. A vote runs it often. Best-of-N takes the highest reward at the end. Beam search and trees use values of states on the way. Training changes the policy itself: by people, by a teacher, by rollouts, by its own best traces.',
      task: 'Think of a method. Which of the five words does it change?',
      readOn: 'Search against one chain, on 300 problems',
    },
  },
} satisfies ChapterWords);
