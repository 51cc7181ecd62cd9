import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** Servers of models, in the dialog of models. */
export const serverList = room('serverList', {
  intro:
    'Any server that speaks OpenAI’s interface, on this device or another one. What you ask goes to it; nothing is sent to a server that you have not added.',
  title: 'Add a server',
  address: 'Address',
  noAddress: 'This is no address of a server: write it as http://localhost:8000/v1.',
  key: 'Key, if it wants one',
  keyHelp: 'It stays in this page’s memory, and goes to this server alone: into no link, file or log.',
  keep: 'Keep it until this tab closes',
  open: 'This key would travel where others can read it, over http to another machine. Put the server behind https first.',
  add: 'Add',
  adding: 'Asking…',
  cancel: 'Cancel',
  corsTitle: 'Let the server answer this page',
  cors: 'Browsers let a page read a server’s answers only where the server allows it. vLLM, SGLang, llama.cpp and this project’s serve allow every page unless told otherwise. Ollama allows pages from localhost, LM Studio none. Start these with:',
  models: (count: number) => plural(count, { one: '# model', other: '# models' }),
  inFlight: 'Requests at once',
  remove: 'Remove',
  removeOne: (label: string) => `Remove ${label}`,
  model: 'Model',
  probe: 'What can it do?',
  probing: 'Looking: about ten small requests',
  context: (tokens: number) => `${number(tokens)} tokens of context`,
  can: {
    goesOn: 'Goes on from a text',
    logprobs: 'Says how likely tokens were',
    seeded: 'Same seed, same tokens',
    several: 'Several replies in one request',
    scores: 'Scores a given text',
    thinks: 'Shows its thoughts',
  },
  yes: 'yes',
  no: 'no',
  /** What is set up asks a model on a server. */
  wanted: {
    link: (name: string) => `This link asks ${name}, a model on a server.`,
    person: (name: string) => `This asks ${name}, a model on a server.`,
    nothingSent:
      'Nothing was sent to it. If you agree, the problem and what the model writes go there. A link can name any server: look at the address first.',
    goesThere: (host: string) => `What you ask goes to ${host}.`,
    agree: 'Agree to ask it',
    agreeAndRun: 'Agree and run',
    run: 'Run on this server',
    withKey: 'It wants a key',
  },
  /** What a run sent, and what that cost. */
  sent: ({
    host,
    requests,
    retries,
  }: {
    readonly host: string;
    readonly requests: number;
    readonly retries: number;
  }) =>
    retries === 0
      ? `Sent to ${host}: ${plural(requests, { one: '# request', other: '# requests' })}.`
      : `Sent to ${host}: ${plural(requests, { one: '# request', other: '# requests' })}, ${number(retries)} of them again.`,
  counted: ({
    read,
    cached,
    written,
  }: {
    readonly read: number;
    readonly cached: number;
    readonly written: number;
  }) =>
    cached === 0
      ? `It counted ${number(read)} tokens read and ${number(written)} written.`
      : `It counted ${number(read)} tokens read, ${number(cached)} of them from its cache, and ${number(written)} written.`,
  estimated: (tokens: number) => `${number(tokens)} of these are estimated: the server did not count them.`,
});
