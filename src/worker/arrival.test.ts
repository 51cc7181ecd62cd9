import { describe, expect, it } from 'vitest';
import { whileItComes } from './arrival.ts';
import { serverPatience } from './watch.ts';

/** Looks are taken when the test says. */
function byHand() {
  let due: (() => void) | null = null;
  return {
    later: (callback: () => void) => {
      due = callback;
      return () => {
        due = null;
      };
    },
    look: () => due!(),
    get watched() {
      return due !== null;
    },
  };
}
const never = new AbortController().signal;

describe('what a server sends', () => {
  it('is waited for as long as some of it comes', async () => {
    const hand = byHand();
    let came = () => {};
    let done: (text: string) => void = () => {};
    const waiting = whileItComes(
      (_, say) =>
        new Promise<string>((resolve) => {
          came = say;
          done = resolve;
        }),
      never,
      hand.later,
    );
    for (let look = 0; look < 5 * serverPatience; look++) {
      came();
      hand.look();
    }
    done('all');
    expect(await waiting).toBe('all');
    expect(hand.watched).toBe(false);
  });

  it('is given up where nothing comes, and the request is stopped', async () => {
    const hand = byHand();
    let stopped = new AbortController().signal;
    const waiting = whileItComes(
      (signal) => {
        stopped = signal;
        return new Promise(() => undefined);
      },
      never,
      hand.later,
    );
    for (let look = 0; look <= serverPatience; look++) hand.look();
    await expect(waiting).rejects.toThrow('nothing came');
    expect(stopped.aborted).toBe(true);
  });

  it('is not waited for once the signal is aborted, whatever the work does', async () => {
    const abort = new AbortController();
    const hand = byHand();
    const waiting = whileItComes(() => new Promise(() => undefined), abort.signal, hand.later);
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(hand.watched).toBe(false);
  });
});
