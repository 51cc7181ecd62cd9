/** A toy model's library: how large its model is, and what is amiss with it. */
export interface ToyLibrary {
  readonly vocabulary?: number;
  readonly prefillChunk?: number;
  readonly slidingWindow?: number;
  /** Functions that the library does not export. */
  readonly lacks?: readonly string[];
  readonly metadata?: object;
  /** `batch_decode` ends the runtime for more than one sequence, as that of gpt2's library does. */
  readonly decodeAborts?: boolean;
  /** `batch_verify` gives its rows in the wrong order. */
  readonly verifyIsWrong?: boolean;
  /** A forked sequence sees other tokens than its parent had. */
  readonly forkIsWrong?: boolean;
  /** Takes one token too many back. */
  readonly popIsWrong?: boolean;
  /** Tokens of the largest cache that there is memory for. */
  readonly mostCacheTokens?: number;
  /** Shows where its logits lie: as a tensor in place of a buffer. */
  readonly showsLogits?: boolean;
  /** Says nothing to its logit processor. */
  readonly processorIsIgnored?: boolean;
}
