import type { FailureOf } from '#run/failure.ts';
import { fit } from './fit.ts';
import { number } from './format.ts';
import type { FailureWords } from '../failure-words.ts';

const loadAgain = 'What happened until then is kept. Run again: the model is loaded anew.';
const securePage = 'Open the page over https, or from localhost.';
const otherVerifier = 'Choose another verifier or another model.';
const otherStrategy = 'Choose another strategy or another model.';
const lackings: Readonly<Record<FailureOf<'gpu-too-small'>['lacks'], string>> = {
  f16: 'This model computes with 16-bit floats, which this graphics processor or its driver cannot do.',
  limits: 'This graphics processor cannot do what the model asks for.',
  commands: 'The graphics processor refused a step of the model, so its numbers would be wrong.',
};

/** What a model or a graphics processor cannot do. */
export const useFailures = {
  unsupported: {
    'no-value-head': {
      message: ({ model }) => `${model} has no value head.`,
      advice: 'Choose another verifier, or a model with a value head.',
    },
    'no-scoring': {
      message: ({ model }) => `${model} does not say how probable a given text is.`,
      advice: otherVerifier,
    },
    'empty-prompt': {
      message: 'A model cannot go on from nothing.',
      advice: 'Begin the prompt with a token: the start of text, for one.',
    },
    problem: {
      message: ({ model, problem }) => `${model} was not trained on problems such as “${problem}”.`,
      advice: 'Choose a model that knows this kind of problem.',
    },
    'leading-minus': {
      message: ({ model }) => `${model} cannot read a problem that begins with a minus.`,
      advice: 'Put a product that is added first.',
    },
    examples: {
      message: ({ model }) =>
        `${model} cannot make use of worked examples: it was trained on single problems.`,
      advice: 'Choose another strategy, or a model that reads examples.',
    },
    instructions: {
      message: ({ model }) =>
        `${model} cannot be asked in words: it knows only the problems it was trained on.`,
      advice: 'Choose another strategy, or a model that follows instructions.',
    },
    judging: {
      message: ({ model }) => `${model} has not learnt to judge steps.`,
      advice: 'Choose another verifier, or a model that can judge.',
    },
    valuing: {
      message: ({ model }) => `${model} has not learnt to value thoughts in words.`,
      advice: 'Choose another verifier, or a model that can.',
    },
    'verdict-words': {
      message: ({ model }) => `${model} has no words to judge with.`,
      advice: otherVerifier,
    },
    'thinking-end': {
      message: ({ model }) =>
        `${model} does not mark where its thinking ends, so it cannot be told to keep thinking.`,
      advice: otherStrategy,
    },
    'going-on': {
      message: ({ model }) => `The server of ${model} does not go on from a text that was begun.`,
      advice: 'Choose another strategy, or a server with text completions: vLLM, SGLang or llama.cpp.',
    },
    'start-with-tag': {
      message: ({ tag }) => `A thought to start from cannot contain “${tag}”.`,
      advice: 'Leave out everything from there on: the model ends its thinking itself.',
    },
    'tokens-not-shared': {
      message: ({ model, other }) =>
        `${model} does not share its tokens with ${other}, so it cannot read what that one writes.`,
      advice: ({ other }) =>
        `Choose another model in its place, or one that writes with the same tokens in place of ${other}.`,
    },
    'token-not-shared': {
      message: ({ model, other, token }) =>
        `${model} does not know the token “${token}” of ${other}, so it cannot read what that one writes.`,
      advice: ({ other }) =>
        `Choose another model in its place, or one that writes with the same tokens in place of ${other}.`,
    },
    'no-file-storage': { message: 'This browser does not let this page keep files.', advice: securePage },
    'no-second-model': {
      message: ({ model }) => `No other model can be opened here, so “${model}” cannot judge.`,
      advice: 'Choose another verifier, or let the model judge itself.',
    },
    'no-rule': {
      message: 'There is no rule by which a problem in words could be checked.',
      advice: 'Choose another verifier.',
    },
    'no-reference': {
      message: 'No reference answer was handed in for the oracle.',
      advice: 'Choose another verifier.',
    },
    'whole-traces-only': {
      message: ({ verifier }) =>
        `The ${verifier} verifier judges finished traces only, so it cannot guide a search step by step.`,
      advice: 'Choose a verifier that scores steps: rule, process or rollouts.',
    },
    verifier: {
      message: ({ reason }) => `The verifier does not fit. ${fit.verifier[reason]}`,
      advice: otherVerifier,
    },
    discriminator: {
      message: ({ reason }) => fit.discriminator[reason],
      advice: 'Choose another discriminator, or none.',
    },
  },
  'unknown-token': {
    id: {
      message: ({ token, model }) =>
        model === null ? `The model has no token ${token}.` : `${model} has no token ${token}.`,
      advice: 'Choose the model that the tokens were made with.',
    },
    text: { message: 'The model has no tokens for this text.', advice: 'Use other words or signs.' },
    word: {
      message: ({ text }) => `The model has no token for “${text}”.`,
      advice: 'Use only numbers and signs that the problem itself is written with.',
    },
    number: {
      message: ({ written }) => `The number ${written} is outside what this model can write.`,
      advice: 'Use only numbers and signs that the problem itself is written with.',
    },
  },
  'prompt-too-long': {
    message: ({ model, tokens, context }) =>
      model === null
        ? `The sequence would have ${number(tokens)} tokens; this model reads ${number(context)} at most.`
        : `The prompt has ${number(tokens)} tokens; ${model} takes ${number(context)}.`,
    advice: ({ model }) =>
      model === null
        ? 'Use a shorter prompt, or fewer attempts in one chain.'
        : 'Shorten the prompt, or choose a model with a longer context.',
  },
  'example-too-long': {
    message: ({ model, context }) =>
      `The problem with one worked example leaves no room for a thought in the ${number(context)} tokens that ${model} can read.`,
    advice: 'Choose another strategy, or a shorter problem.',
  },
  'out-of-slots': {
    message: ({ slots }) =>
      slots === null
        ? 'The model has no memory left for another sequence.'
        : `All ${number(slots)} sequences of the model’s cache are in use.`,
    advice: 'Wait for a running one to end, or use fewer samples at a time.',
  },
  'no-webgpu': {
    message: 'This browser does not offer WebGPU.',
    advice: 'Use a current Chrome, Edge, Safari or Firefox, over https or from localhost.',
  },
  'no-adapter': {
    message: 'The browser found no graphics processor that it may use.',
    advice:
      'Check that hardware acceleration is on in the browser’s settings, and that the graphics driver is current.',
  },
  'gpu-too-small': {
    message: ({ lacks }) => lackings[lacks],
    advice: ({ lacks }) =>
      lacks === 'f16'
        ? 'Choose a model with f32 in its name: a variant of this one, where there is one.'
        : 'Choose a smaller model, or another device.',
  },
  'device-lost': { message: 'The connection to the graphics processor was lost.', advice: loadAgain },
  'out-of-memory': {
    message: 'The graphics processor has too little free memory for this model.',
    advice: 'Close other pages and programs that use the graphics processor, or choose a smaller model.',
  },
  'library-mismatch': {
    versions: {
      message: 'The model’s library and this version of WebLLM do not fit together.',
      advice: 'Choose a model of WebLLM’s own list, or a library built for the version that this page uses.',
    },
    logits: {
      message: ({ found, tokens }) =>
        `The model put out ${number(found)} numbers where it has ${number(tokens)} tokens.`,
      advice: 'Remove the model and download it again.',
    },
  },
} satisfies Partial<FailureWords>;
