import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** Servers of models on the command line. */
export const serverCommandWords = room('serverCommandWords', {
  noAddress: (typed: string) =>
    `"${typed}" is not the address of a server. Write it as http://localhost:8000/v1.`,
  needsServer: (flag: string) =>
    `--${flag} is about a server: name it with --server http://localhost:8000/v1.`,
  noKey: (name: string) => `There is no environment variable ${name} to take the key from.`,
  openKey: (host: string) =>
    `The key goes to ${host} over http, where others on the way can read it. An address with https hides it.`,
  whichModel: ({ host, models }: { readonly host: string; readonly models: string }) =>
    `Name a model of ${host} with --model. It has: ${models}.`,
  notAgreed: (address: string) =>
    `This asks a model on the server ${address}. If you trust it, say so with --server ${address}`,
  sent: ({ requests, retries }: { readonly requests: number; readonly retries: number }) =>
    `Sent to the server: ${plural(requests, { one: 'one request', other: '# requests' })}, ${number(retries)} of them again. Tokens are the server’s own count.`,
  estimated: (tokens: number) =>
    `${plural(tokens, { one: 'One token is', other: '# tokens are' })} estimated: the server did not count.`,
});
