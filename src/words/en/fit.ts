import type { ModelNeed } from '#experiment/strategies/sheet.ts';
import type { DiscriminatorMisfit, VerifierMisfit } from '#experiment/fit.ts';
import { room } from '../language.ts';

/** Why a strategy, its verifier or its second model does not fit the model and the problem. */
export const fit = room('fit', {
  strategy: {
    examples: 'This model was trained on one problem at a time, so examples would not help it.',
    'thinking-end':
      'This model does not mark where its thinking ends, so it cannot be told to keep thinking.',
    'going-on':
      'The server of this model writes whole replies only: it does not go on from a text that was begun.',
  } satisfies Record<ModelNeed, string>,
  /** The same, beside the strategy's name in a menu. */
  strategyInShort: {
    examples: 'this model learnt without examples',
    'thinking-end': 'no mark ends this model’s thinking',
    'going-on': 'its server writes whole replies only',
  } satisfies Record<ModelNeed, string>,
  verifier: {
    'no-verifier': 'This strategy has no verifier.',
    'other-problems': 'This model was not trained on such problems.',
    'finished-only': 'It judges finished traces only, so it cannot guide a search step by step.',
    'no-rule': 'There is no rule by which a problem in words could be checked.',
    'no-reference': 'It needs the right answer, and none was given.',
    'cannot-judge': 'It asks the model whether a step is right, and this model has not learnt to judge.',
    'cannot-value':
      'It asks the model how promising a thought is, and this model has not learnt to say so in words.',
    'cannot-score':
      'It reads how likely “yes” and “no” are, and the server of this model does not say how likely a given text is.',
    'cannot-go-on':
      'It writes traces on from each step, and the server of this model writes whole replies only.',
    'no-value-head': 'It needs a value head, which this model does not have.',
    'unknown-model': 'There is no model by the name of the one that is to judge.',
    'model-without-head': 'The model that is to judge has no value head.',
    'model-of-other-problems':
      'The model that is to judge was trained on other problems, so it does not read what this one writes.',
  } satisfies Record<VerifierMisfit, string>,
  discriminator: {
    'unknown-model': 'There is no model by the name of the one that is to complete the traces.',
    'only-judges': 'The model that is to complete the traces was trained to judge and cannot write.',
    'model-of-other-problems':
      'The model that is to complete the traces was trained on other problems, so it does not read what this one writes.',
  } satisfies Record<DiscriminatorMisfit, string>,
});
