import type { CodeGap, CodePlanKind, CodeScoreKind } from '#experiment/code-gap.ts';
import { room } from '../language.ts';
import type { Sayings } from '../say.ts';
import { number } from './format.ts';
import { strategies } from './strategies.ts';
import { verifiers } from './verifiers.ts';

const does: Readonly<Record<CodePlanKind, string>> = {
  one: 'one chain of thought',
  vote: 'a vote over samples',
  'vote-until-decided': 'a vote that stops early',
  best: 'the best of several samples',
  wait: 'budget forcing',
  revise: 'chains of attempts',
  search: 'a search step by step',
};

const scoredBy: Readonly<Record<CodeScoreKind, string>> = {
  likelihood: 'how likely the model found what it wrote',
  agreement: 'how many samples agree',
  'by-rule': 'a check of the final answer by rule',
  'yes-or-no': 'asking the model whether it is right, yes or no',
  'sure-or-not': 'asking the model for sure, likely or impossible',
};

/** An experiment as code: in the Share dialog, on the command line and in the head of the program itself. */
export const asCodeWords = room('asCodeWords', {
  title: (strategy: string) => `${strategy} on one problem, by an experiment of Second Thought.`,
  how: {
    embedded:
      'Start the models with: npm run cli -- serve. Then run this file: python3 experiment.py. It needs Python 3.9 and nothing else.',
    instructions:
      'Run it with the address of your server: BASE_URL=http://127.0.0.1:8000/v1 python3 experiment.py. It needs Python 3.9 and nothing else.',
  },
  settings:
    'BASE_URL, API_KEY and MODEL in the environment say where to ask, with which key and which model.',
  /** Where a program does something else than the page. */
  gaps: {
    nearest: ({ strategy, does: kind }) =>
      `${strategies[strategy].name} cannot be said over such an interface, so this is the nearest that can: ${does[kind]}.`,
    'simple-search': () =>
      'A search in its simplest form: in each round the next steps are asked for in words, judged, and the best ones kept.',
    scored: ({ verifier, by }) =>
      `In place of the verifier “${verifiers[verifier].name}” it scores by ${scoredBy[by]}.`,
    'later-seeds': () =>
      'The page draws later batches under the same seed; here they have seeds of their own.',
    'no-budget': () => 'The token budget of the run is not counted here.',
    'no-start': () => 'The thought that was begun by hand is left out.',
    'no-pruned': () => 'What was pruned by hand is not left out here.',
    'chat-template': () =>
      'It writes the turns of the chat itself, as Qwen’s models have them: change PROMPT for other models.',
    'more-tokens': ({ tokens }) =>
      `A reply may have ${number(tokens)} tokens, as a thought in words is longer.`,
  } satisfies Sayings<CodeGap>,
  // In the page.
  which: 'What to copy',
  ways: { python: 'Python', shell: 'Command line' },
  writtenFor: 'Prompts for',
  forms: { embedded: 'This model, behind “serve”', instructions: 'Any model that follows instructions' },
  differs: 'Not the same as in the page:',
  same: 'It asks, samples and decides as the page does.',
  python: 'Python program',
  copyPython: 'Copy program',
  save: 'Save as file',
  shell: 'Command for a shell, in a checkout of this project',
  copyShell: 'Copy command',
  shellSame: 'The command line runs the same experiment: the same tokens under the same seed.',
  shellOnly: (model: string) =>
    `${model} does not come with the page, and the command line runs only models that do. The Python program asks any server.`,
});
