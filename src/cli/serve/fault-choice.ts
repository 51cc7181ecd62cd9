import { serve } from '#words/en/serve.ts';
import type { ApiHandler } from './api.ts';
import { ApiError, errorReply } from './errors.ts';
import { faultKinds, readFault, type ServerFault, type Wait, withFault } from './faults.ts';

/** Faults with a counter of their own that are kept at most: whoever asks for more begins anew. */
const mostKept = 1000;

/**
 * Which request meets which fault. One that names a fault in `x-fault` meets that one. Of the faults of the server, `slow` slows every
 * completion and `429` refuses the first ones; the others take turns, and after each round comes a request without.
 */
export function choosingFaults(handler: ApiHandler, faults: readonly ServerFault[], wait: Wait): ApiHandler {
  const ofAll = ({ kind }: ServerFault) => kind === 'slow' || kind === '429';
  const round = faults.filter((fault) => !ofAll(fault)).map((fault) => withFault(fault, handler, wait));
  let turn = 0;
  const inTurn: ApiHandler = (request) => {
    const now = round[turn] ?? handler;
    turn = (turn + 1) % (round.length + 1);
    return now(request);
  };
  // Refusing comes first, so that a refused request takes nobody's turn.
  const usual = faults
    .filter(ofAll)
    .toSorted((a, b) => Number(a.kind === '429') - Number(b.kind === '429'))
    .reduce((inner, fault) => withFault(fault, inner, wait), inTurn);

  const named = new Map<string, ApiHandler>();
  return async (request) => {
    if (request.fault === undefined)
      return (request.path.endsWith('/completions') ? usual : handler)(request);
    const fault = readFault(request.fault);
    if (!fault)
      return errorReply(new ApiError(serve.noFault({ fault: request.fault, faults: faultKinds.join(', ') })));
    const faulty = named.get(request.fault) ?? withFault(fault, handler, wait);
    if (named.size >= mostKept) named.clear();
    named.set(request.fault, faulty);
    return faulty(request);
  };
}
