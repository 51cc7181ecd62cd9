import { room } from '../language.ts';

/** What the server of the command line says: where it listens, and why a request cannot be answered. */
export const serve = room('serve', {
  listening: (address: string) =>
    `Serving at ${address}, to this machine alone. Ctrl+C ends it. npm run cli -- --help has a request to try.`,
  portTaken: ({ port, why }: { readonly port: number; readonly why: string }) =>
    `Port ${port} can't be listened on: ${why}. Name another with --port, or 0 for any that is free.`,

  broken: 'The server broke on this request. Its terminal says more.',
  noJson: 'The body of the request is not JSON.',
  wrongBody: ({ expected, received }: { readonly expected: string; readonly received: string }) =>
    `The body must be ${expected}, not ${received}.`,
  wrongField: ({
    field,
    expected,
    received,
  }: {
    readonly field: string;
    readonly expected: string;
    readonly received: string;
  }) => `"${field}" must be ${expected}, not ${received}.`,
  missing: (field: string) => `"${field}" is missing.`,
  noBestOf:
    '"best_of" is not answered here: ask for n choices with their logprobs, and choose among them yourself.',
  topNeedsLogprobs: '"top_logprobs" needs "logprobs": true.',
  noUserMessage: 'There is no message with the role "user": the last one is the problem.',
  noModel: ({ model, models }: { readonly model: string; readonly models: string }) =>
    `The model "${model}" is not served here. There are: ${models}.`,
  noRoute: (route: string) =>
    `There is nothing at ${route}. There are GET /v1/models, POST /v1/completions and POST /v1/chat/completions.`,
  tooLong: 'The request is longer than 4 MB.',
  otherHost: (host: string) =>
    `This server answers to 127.0.0.1 and localhost only, and was asked for as "${host}".`,
  otherOrigin: (origin: string) =>
    `Pages of ${origin} may not call this server: --allow-origin names others.`,

  tooMany: 'Too many requests: this is a fault that was asked for. Come again in a second.',
  noFault: ({ fault, faults }: { readonly fault: string; readonly faults: string }) =>
    `There is no fault "${fault}". There are: ${faults}; some with a number, as slow:0.5 or 429:3.`,
});
