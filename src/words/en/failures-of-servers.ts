import type { FailureWords } from '../failure-words.ts';
import { number } from './format.ts';

const later = 'Try again later, or let fewer requests go to it at once.';
const notOpenAi = 'Check its address: it is the part before /chat/completions, and mostly ends with /v1.';
const asIs = 'What happened until then is kept. Run again, or let the run go on.';

/** Servers of models that do not answer, or not as they should. */
export const serverFailures = {
  'server-failed': {
    'not-agreed': {
      message: ({ host }) => `This model is on the server ${host}, which nobody has agreed to ask yet.`,
      advice: 'Look at the address. If you trust it, add the server under Models.',
    },
    unreachable: {
      message: ({ host }) => `The server ${host} does not answer.`,
      advice: ({ local }) =>
        local
          ? 'Check that it runs and that the port is right. It may also not let pages of this address ask it (CORS).'
          : 'Check its address and the connection. It may also not let pages of this address ask it (CORS).',
    },
    'not-allowed': {
      message: ({ host }) =>
        `The server ${host} answers, but does not let this page read its answers (CORS).`,
      advice:
        'Start it so that it allows this page’s address: docs/past-one-machine.md says how for each server.',
    },
    insecure: {
      message: ({ host }) =>
        `This page came over https, and browsers do not let such a page ask ${host} over http.`,
      advice: 'Open the page from localhost with npm start, or put the server behind https.',
    },
    'no-key': {
      message: ({ host, sent }) =>
        sent ? `The server ${host} does not accept the key.` : `The server ${host} wants a key.`,
      advice: 'Enter the key of that server. It stays in this page’s memory.',
    },
    forbidden: {
      message: ({ host, detail }) => `The server ${host} does not allow this: ${detail}`,
      advice: 'Ask whoever runs the server, or choose another model.',
    },
    'no-model': {
      message: ({ host, model }) => `The server ${host} has no model called “${model}”.`,
      advice: 'Choose one of its own list.',
    },
    'no-interface': {
      message: ({ host }) => `The server ${host} does not speak OpenAI’s interface at this address.`,
      advice: notOpenAi,
    },
    refused: {
      message: ({ host, status, detail }) => `The server ${host} refused the request (${status}): ${detail}`,
      advice: 'Change what it names, or choose another model.',
    },
    busy: {
      message: ({ host, status, tries }) =>
        `The server ${host} has too much to do (${status}), after ${number(tries)} tries too.`,
      advice: later,
    },
    broken: {
      message: ({ host, status, detail, tries }) =>
        `The server ${host} failed (${status}), after ${number(tries)} tries too: ${detail}`,
      advice: 'Look at what the server itself says. Then run again.',
    },
    'broke-off': {
      message: ({ host, tries }) => `The answer of ${host} broke off, ${number(tries)} times.`,
      advice: asIs,
    },
    silent: {
      message: ({ host, seconds }) => `Nothing came from ${host} for ${number(seconds)} seconds.`,
      advice: 'The server may be loading the model, or have too much to do. Run again in a while.',
    },
    'too-long': {
      message: ({ host }) => `The server ${host} sends more than was asked for, without an end.`,
      advice: notOpenAi,
    },
    malformed: {
      message: ({ host, detail }) =>
        `The server ${host} answers with what is not of OpenAI’s interface: ${detail}`,
      advice: notOpenAi,
    },
    'other-text': {
      message: ({ host }) =>
        `The answer of ${host} broke off, and it wrote another text when it was asked again.`,
      advice: asIs,
    },
  },
} satisfies Partial<FailureWords>;
