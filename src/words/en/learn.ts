import type { PresetId } from '#experiment/presets.ts';
import { room } from '../language.ts';

/** The gallery of experiments, each as a question. */
export const learn = room('learn', {
  parts: 'Parts of Learn',
  partNames: {
    lessons: 'Lessons',
    questions: 'Interview questions',
    landscape: 'Landscape',
    experiments: 'Experiments',
  },
  title: 'Learn by running it',
  intro:
    'Each card is a question, and an experiment that answers it in a few seconds, in your browser. Open it in Play to look at every step, change one thing, and run it again.',
  topics: 'Topics',
  open: 'Open in Play',
  openOne: (question: string) => `Open in Play: ${question}`,
  /** On a picture that plays: it was run before, not now. */
  recorded: 'recorded',
  run: 'Run it live',
  runOne: (question: string) => `Run it live: ${question}`,
  paper: 'After <paper></paper>',
  busy: 'A run goes on in Play. <play>Go to it</play>, or wait until it is done to run one from here.',
  bigger: {
    title: 'In words',
    idea: 'Bigger models read any question. They run on your own graphics processor, once you have downloaded one; Play says which fit this device.',
  },
  questions: {
    'game-of-24': 'How does a model think its way to 24?',
    'game-of-24-direct': 'What if it may not think first?',
    'vote-of-8': 'Can eight tries outvote a slip?',
    'vote-of-32': 'Do more votes make it surer?',
    wait: 'Does it notice that it failed?',
    'hard-game': 'Where does one chain of thought fail?',
    'beam-search': 'Can a search find what one chain missed?',
    'diverse-search': 'What if all paths follow the same slip?',
    'vote-after-search': 'Which of many finished paths is right?',
    'tree-of-thoughts': 'What if it weighs its steps, level by level?',
    'tree-search': 'How does a tree search know where to look?',
    'best-of-16': 'Can a judge find the one right try?',
    'four-waits': 'What if it is told to think again?',
    'compute-optimal': 'How much thought does a problem need?',
    'word-problem': 'Do eight readings of a story agree?',
    'equation-chain': 'Does checking find the slip?',
    'knights-and-knaves': 'Who tells the truth, and who lies?',
    'in-words': 'How does a big model work through a story?',
    'larger-number': 'Is 9.11 more than 9.9?',
    'broken-vase': 'Does a second look find who broke it?',
  } satisfies Record<PresetId, string>,
});
