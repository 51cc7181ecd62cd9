import { itemAt } from '#experiment/surely.ts';
/** Milliseconds over which the rate is taken. */
const rateWindow = 4000;

/** Shortest time for which a rate can be told, in milliseconds. */
const shortestWindow = 500;

/** Counts what a download has and will have, file by file. Times in milliseconds. */
export class DownloadTally {
  private readonly sizes = new Map<string, number>();
  private readonly arrived = new Map<string, number>();
  /** All that came over the network, what was fetched twice too: (time, bytes). */
  private readonly samples: { readonly at: number; readonly bytes: number }[] = [];
  private received = 0;

  constructor(private readonly now: () => number) {}

  /** A file is known to have this size. */
  expect(address: string, bytes: number): void {
    this.sizes.set(address, bytes);
  }

  /** So much of a file is here, without the network: it was kept, or its download begins again at 0. */
  has(address: string, bytes: number): void {
    this.arrived.set(address, bytes);
  }

  /** So much of a file has come. */
  came(address: string, bytes: number): void {
    this.received += Math.max(0, bytes - (this.arrived.get(address) ?? 0));
    this.arrived.set(address, bytes);
    this.samples.push({ at: this.now(), bytes: this.received });
    while (this.samples.length > 2 && itemAt(this.samples, 1).at < this.now() - rateWindow)
      this.samples.shift();
  }

  get bytes(): number {
    return sum(this.arrived.values());
  }

  /** Files of unknown size count by what has come of them. */
  get totalBytes(): number {
    const unknown = [...this.arrived].filter(([address]) => !this.sizes.has(address));
    return sum(this.sizes.values()) + sum(unknown.map(([, bytes]) => bytes));
  }

  /** Bytes a second; null until it can be told. */
  get rate(): number | null {
    const first = this.samples[0];
    const elapsed = this.now() - (first?.at ?? this.now());
    return first && elapsed >= shortestWindow ? ((this.received - first.bytes) / elapsed) * 1000 : null;
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
