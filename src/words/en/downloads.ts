import { room } from '../language.ts';
import { bytes, list, plural } from './format.ts';

/** Downloads of models: the question before one, how far it is, and models of a person's own. */
export const downloads = room('downloads', {
  ask: (name: string) => `Download ${name}?`,
  sizeUnknown: 'Asking how large it is.',
  fetches: ({ size, hosts }: { readonly size: number; readonly hosts: readonly string[] }) =>
    `Fetches <b>${bytes(size)}</b>${hosts.length > 0 ? ` from ${list(hosts)}` : ''}.`,
  fetchesRest: ({
    size,
    all,
    hosts,
  }: {
    readonly size: number;
    readonly all: number;
    readonly hosts: readonly string[];
  }) =>
    `Fetches <b>${bytes(size)}</b>, the rest of ${bytes(all)}${hosts.length > 0 ? `, from ${list(hosts)}` : ''}.`,
  free: (count: number) => `${bytes(count)} are free for this page.`,
  stays: 'It stays on this device until you remove it.',
  noRoom: '<b>There is not enough room.</b> Remove another model or free space on the disk first.',
  retry: 'Retry',
  download: 'Download',
  downloadBytes: (size: number) => `Download ${bytes(size)}`,
  downloadThenRun: 'Download, then run',
  downloadBytesThenRun: (size: number) => `Download ${bytes(size)}, then run`,
  notNow: 'Not now',

  notHere: 'Not on this device.',
  notHereSize: (size: number) => `Not on this device: about ${bytes(size)} to download.`,
  onThisComputer: (size: number) => `On this device, ${bytes(size)}.`,
  goOn: 'Go on',
  goOnDownloading: 'Go on downloading',
  goOnDownloadingOne: (name: string) => `Go on downloading ${name}`,
  downloadOne: (name: string) => `Download ${name}`,

  of: (name: string) => `Download of ${name}`,
  downloaded: (name: string) => `${name} downloaded`,
  stopping: 'Stopping',
  phases: {
    asking: 'Asking for its parts',
    fetching: 'Downloading',
    checking: 'Checking that it arrived whole',
    done: 'All here',
  },
  share: (share: string) => `Downloading <m>${share}</m>`,
  amount: ({ done, all }: { readonly done: number; readonly all: number }) =>
    `${bytes(done)} of ${bytes(all)}`,
  rate: (perSecond: number) => `${bytes(perSecond)}/s`,
  fewSecondsLeft: 'a few seconds left',
  secondsLeft: (count: number) => plural(count, { one: '# second left', other: '# seconds left' }),
  minutesLeft: (count: number) => plural(count, { one: '# minute left', other: '# minutes left' }),
  hoursLeft: (count: number) => plural(count, { one: '# hour left', other: '# hours left' }),
  stop: 'Stop',
  stopOne: (name: string) => `Stop the download of ${name}`,
  tryAgain: 'Try again',
  youCanClose: 'You can close this: the download goes on.',
  youCanCloseThenRun: 'You can close this: the download goes on. You can press Run when it is done.',
  without: 'Without a download:',

  custom: {
    title: 'Add a model of your own',
    what: 'Anything compiled for WebLLM (MLC): DeepSeek-R1-Distill-Qwen-1.5B for instance, or files on your own device. It is remembered by this browser and fetched only when you ask for it.',
    name: 'Name',
    nameHelp:
      'Letters, digits, dots, dashes, colons and slashes. The way the weights are stored belongs to it: my-model-q4f16_1.',
    weights: 'Address of the weights',
    weightsHelp: 'The folder with mlc-chat-config.json, tokeniser and weights.',
    library: 'Address of the library',
    libraryHelp: 'The compiled WebAssembly file for WebGPU.',
    context: 'Context',
    contextHelp: 'Tokens a text may have, question and answer together.',
    hashes: 'Integrity hashes',
    hashesWhat: 'Optional. Files with another hash are refused.',
    configHash: 'Hash of mlc-chat-config.json',
    configHashHelp: 'sha256- and base64, as for scripts.',
    libraryHash: 'Hash of the library',
    tokenizerHash: 'Hash of tokenizer.json',
    needed: 'This is needed.',
    add: 'Add the model',
    added: (name: string) => `${name} is in the list, under <q>Your own</q>.`,
    folder: 'From a folder on your own device',
    serve:
      'Put the model’s folder and its library into one folder and serve that, with permission for this page to read it (CORS):',
    addresses:
      'Then the weights are at <c>http://localhost:8000/my-model/</c> and the library at <c>http://localhost:8000/my-model.wasm</c>. Other computers need https and the header <c>Access-Control-Allow-Origin</c>.',
  },
});
