/// <reference lib="webworker" />
import { openRun } from '#run/import.ts';
import { breathe } from './breathe.ts';
import type { Request } from './calls/protocol.ts';
import { serveCalls } from './calls/server.ts';
import type { FileCalls } from './file-calls.ts';

/** Reads large files beside the page, which goes on meanwhile. */

declare const self: DedicatedWorkerGlobalScope;

/** Entries in a message: to take it over, the page needs some 10 ms. */
const slice = 4096;

const { receive } = serveCalls<FileCalls, null>({
  send: (message) => self.postMessage(message),
  now: () => performance.now(),
  flushEvery: 0,
  note: () => null,
  handlers: {
    async run({ file, tree }, call) {
      call.emitNow([]); // a sign of life: what follows is one piece
      await breathe();
      const read = await openRun(file, tree);
      if (!read.ok) return read;
      const { entries, ...rest } = read;
      for (let from = 0; from < entries.length; from += slice) {
        call.emitNow(entries.slice(from, from + slice));
        await breathe();
        call.signal.throwIfAborted();
      }
      return rest;
    },
  },
});
self.onmessage = ({ data }: MessageEvent<Request<FileCalls>>) => receive(data);
