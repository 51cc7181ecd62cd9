import { number } from './format.ts';
import type { FailureWords } from '../failure-words.ts';

const runAgain = 'What happened until then is kept. Run again: the page starts it anew.';
const loadAgain = 'What happened until then is kept. Run again: the model is loaded anew.';
const runOrChoose = 'Run again. If it happens again, reload the page or choose another model.';
const fetchAgain =
  'Reload the page to fetch the model again. If that does not help, its files have to be exported anew.';
const downloadAgain =
  'Delete the model and download it again. If that does not help, it was not made for WebLLM.';
const simdBrowser = 'Use a browser with WebAssembly SIMD: Chrome 91, Firefox 89, Safari 16.4 or newer.';
const securePage = 'Open the page over https, or from localhost.';
const connection = 'Check the connection, then try again.';
const judgeBroken =
  'The model that judges does not work as it should. Run again, or choose another verifier or another model.';

/** Models that do not open, or break. */
export const modelFailures = {
  'model-not-found': {
    file: {
      message: ({ path }) => `A file of the model could not be fetched (${path}).`,
      advice: connection,
    },
    unlisted: {
      message: ({ model }) => `This page knows no model called ${model}.`,
      advice: 'Choose a model from the list, or add it as a custom model.',
    },
    'no-such-judge': {
      message: ({ model }) => `This page has no model called “${model}” that could judge.`,
      advice: 'Choose another verifier.',
    },
  },
  'model-damaged': {
    'manifest-not-json': {
      message: ({ model }) => `The description of the model “${model}” is not readable as JSON.`,
      advice: fetchAgain,
    },
    'manifest-invalid': {
      message: ({ model, at, detail }) =>
        `The description of the model “${model}” is not valid: ${at}: ${detail}.`,
      advice: fetchAgain,
    },
    'manifest-of-another': {
      message: ({ model, other }) => `The description of the model “${model}” is that of “${other}”.`,
      advice: fetchAgain,
    },
    'token-missing': {
      message: ({ token }) => `The model’s vocabulary lacks the token “${token}”.`,
      advice: fetchAgain,
    },
    'tensor-missing': {
      message: ({ model, tensor }) => `The model “${model}” lacks the tensor “${tensor}”.`,
      advice: fetchAgain,
    },
    'tensor-shape': {
      message: ({ model, tensor, found, needed }) =>
        `The tensor “${tensor}” of “${model}” is ${found} where ${needed} is needed.`,
      advice: fetchAgain,
    },
    'tensor-outside': {
      message: ({ model, tensor }) => `The tensor “${tensor}” of “${model}” lies outside the weights file.`,
      advice: fetchAgain,
    },
    'weights-length': {
      message: ({ model, bytes: found, expected }) =>
        `The weights of “${model}” are ${number(found)} bytes long; ${number(expected)} were expected.`,
      advice: fetchAgain,
    },
    'weights-hash': {
      message: ({ model }) =>
        `The weights of “${model}” are not those that its description names: their hash differs.`,
      advice: fetchAgain,
    },
    'weights-not-finite': {
      message: ({ model }) => `The weights of “${model}” hold a number that is not finite.`,
      advice: fetchAgain,
    },
    'file-too-long': {
      message: ({ file }) => `The model’s file ${file} is longer than it may be.`,
      advice: 'Take another model, or correct its addresses.',
    },
    'file-not-json': {
      message: ({ file }) => `The model’s file ${file} is not readable as JSON.`,
      advice: downloadAgain,
    },
    'file-invalid': {
      message: ({ file, at, detail }) => `The model’s file ${file} is not valid: ${at}: ${detail}.`,
      advice: downloadAgain,
    },
    'file-hash': {
      message: ({ file }) =>
        file === null
          ? 'A file of the model is not the one that was expected: its hash differs.'
          : `${file} is not the file that was expected: its hash differs.`,
      advice: ({ file }) =>
        file === null
          ? 'Remove the model and download it again.'
          : 'Do not use it, or correct the hash in the custom model.',
    },
    'weights-list': {
      message: ({ model }) => `WebLLM cannot use the list of the weights of ${model}.`,
      advice: 'Take another model, or correct the address of its weights.',
    },
    'no-tokeniser': {
      message: 'The model’s file tokenizer.json does not describe a tokeniser.',
      advice: downloadAgain,
    },
    'tokeniser-unknown': {
      message: 'The model’s tokeniser is of a kind that this page does not know.',
      advice: downloadAgain,
    },
    'tokeniser-unreadable': {
      message: ({ detail }) =>
        `This page cannot run the tokeniser that the model’s file tokenizer.json describes: ${detail}`,
      advice: downloadAgain,
    },
    'no-reply-end': {
      message: 'The model’s chat config names nothing that ends a reply.',
      advice: downloadAgain,
    },
    'not-a-model': {
      message: ({ detail }) => `The model’s own files do not describe a model that WebLLM can run: ${detail}`,
      advice: downloadAgain,
    },
  },
  'kernel-failed': {
    threw: { message: ({ detail }) => `The model failed while it ran: ${detail}`, advice: runOrChoose },
    'no-probabilities': {
      message: 'The model put out numbers that are no probabilities.',
      advice: runOrChoose,
    },
    'bad-value': {
      message: ({ model, value }) =>
        `The value head of ${model} gave ${value} as a value, where only numbers from 0 to 1 make sense.`,
      advice: judgeBroken,
    },
    'bad-logprob': {
      message: ({ model, value }) => `${model} gave ${value} as the logarithm of a probability.`,
      advice: judgeBroken,
    },
    'no-hashes': {
      message: 'The model’s weights cannot be checked here: browsers compute hashes on secure pages only.',
      advice: securePage,
    },
    'not-compiled': {
      message: 'The WebAssembly kernel that runs the model could not be compiled.',
      advice: simdBrowser,
    },
    'not-started': {
      message: 'The WebAssembly kernel that runs the model did not start.',
      advice: simdBrowser,
    },
    'not-built': {
      message: 'The WebAssembly kernel has not been built.',
      advice: 'Run: node src/policy/embedded/kernel/build.mjs',
    },
    'no-memory': {
      message: 'There is not enough memory for the model.',
      advice: 'Close other pages, then run again.',
    },
    stopped: {
      message: 'The WebAssembly kernel that runs the model stopped.',
      advice: 'Run again: the page starts it anew.',
    },
    'webllm-threw': {
      message: ({ detail }) => `The model failed while it ran: ${detail}`,
      advice: `${loadAgain} If it happens again, choose another model.`,
    },
    'webllm-stopped': {
      message: 'WebLLM’s runtime stopped, and did not say why.',
      advice: `${loadAgain} If it happens again, choose another model.`,
    },
    'worker-stopped': {
      message: ({ detail }) =>
        detail === null
          ? 'The part of the page that runs the model stopped.'
          : `The part of the page that runs the model stopped: ${detail}.`,
      advice: runAgain,
    },
    'worker-silent': {
      message: 'The part of the page that runs the model does not answer any more.',
      advice: runAgain,
    },
  },
} satisfies Partial<FailureWords>;
