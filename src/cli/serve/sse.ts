import type { ApiReply } from './api.ts';
import { asApiError } from './errors.ts';

const eventText = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;

/**
 * A reply in server-sent events, ended by `[DONE]`. The first is waited for, so that what cannot be answered at all throws here and
 * becomes an error with its status; what fails later is an event of its own, as in vLLM.
 */
export async function streamReply(events: AsyncGenerator): Promise<ApiReply> {
  const first = await events.next();
  return {
    status: 200,
    headers: { 'cache-control': 'no-cache' },
    streams: true,
    chunks: eventTexts(first, events),
  };
}

async function* eventTexts(first: IteratorResult<unknown>, others: AsyncGenerator): AsyncGenerator<string> {
  try {
    if (!first.done) yield eventText(first.value);
    for await (const event of others) yield eventText(event);
  } catch (error) {
    yield eventText(asApiError(error).body);
  } finally {
    await others.return(undefined);
  }
  yield 'data: [DONE]\n\n';
}
