import type { LogitRow } from '../logit-row.ts';
import { isEnough } from '../logit-row.ts';
import type { Extension, ForwardOutput } from '../step-engine.ts';
import { HashEngine, type HashEngineOptions } from './hash-engine.ts';
import { type DigestShape, plainDigest } from './plain-digest.ts';

/** A hash engine that gives digests instead of whole rows wherever they are enough, and holds its caller to its wishes. */
export class DigestingEngine extends HashEngine {
  readonly digests = true;
  /** Rows given so far, by kind. */
  readonly given = { whole: 0, digest: 0, nothing: 0 };

  constructor(
    options: HashEngineOptions,
    private readonly shape: DigestShape,
  ) {
    super(options);
  }

  override async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    const { logits, values } = await super.forward(batch);
    if (batch.some(({ wishes, outputs }) => wishes?.length !== outputs))
      throw new Error('Not each output has a wish');
    const rows = batch
      .flatMap(({ wishes = [] }) => wishes)
      .map((wish, at): LogitRow | null => {
        const row = logits.slice(at * this.vocabulary, (at + 1) * this.vocabulary);
        const digest = wish.kind === 'digest' ? plainDigest(row, wish, this.shape) : null;
        const enough = wish.kind === 'digest' && digest !== null && isEnough(digest, wish);
        this.given[wish.kind === 'nothing' ? 'nothing' : enough ? 'digest' : 'whole'] += 1;
        if (wish.kind === 'nothing') return null;
        return enough ? digest : row;
      });
    return { logits: new Float32Array(0), rows, values };
  }
}
