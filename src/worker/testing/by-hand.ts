import type { Port } from '../calls/client.ts';
import type { Calls, Reply, Request } from '../calls/protocol.ts';

/** The page's side of a worker, driven by hand: crashes and late messages come when the test says. */
export class HandWorker implements Port {
  static started: HandWorker[] = [];
  readonly sent: Request<Calls>[] = [];
  terminated = false;
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  constructor() {
    HandWorker.started.push(this);
  }
  postMessage(message: Request<Calls>) {
    this.sent.push(message);
  }
  terminate() {
    this.terminated = true;
  }
  says(message: Reply) {
    this.onmessage!({ data: message } as MessageEvent<Reply>);
  }
  items(call: number, items: readonly unknown[]) {
    this.says({ type: 'items', call, items, note: null });
  }
  done(call: number, result?: unknown) {
    this.says({ type: 'done', call, result, note: null });
  }
  fails(message = '') {
    this.onerror!({ message, preventDefault: () => undefined } as unknown as ErrorEvent);
  }
}

/** Time that passes when the test says. */
export class HandClock {
  private waiting: { readonly due: number; readonly callback: () => void }[] = [];
  private now = 0;
  later = (callback: () => void, milliseconds: number) => {
    const one = { due: this.now + milliseconds, callback };
    this.waiting.push(one);
    return () => void (this.waiting = this.waiting.filter((other) => other !== one));
  };
  get idle(): boolean {
    return this.waiting.length === 0;
  }
  /** @param each done after each second: what the worker says then. */
  pass(seconds: number, each: () => void = () => undefined) {
    for (let second = 0; second < seconds; second++) {
      this.jump(1);
      each();
    }
  }
  /** As after a sleep: what is due by then is called once. */
  jump(seconds: number) {
    this.now += 1000 * seconds;
    for (const one of this.waiting.filter(({ due }) => due <= this.now)) {
      this.waiting = this.waiting.filter((other) => other !== one);
      one.callback();
    }
  }
}
