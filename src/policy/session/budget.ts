/** Tokens a run may draw. Checked before every batch, so that no batch can exceed it. */
export class TokenBudget {
  private drawn = 0;

  /** @param limit in tokens; 0 is no limit. */
  constructor(private readonly limit: number) {}

  get spent(): number {
    return this.drawn;
  }

  /** Tokens left; infinite without a limit. */
  get remaining(): number {
    return this.limit === 0 ? Infinity : Math.max(0, this.limit - this.drawn);
  }

  /** Tokens for each of `completions` that are drawn together, at most `wanted`; 0 if the budget is spent. */
  allowance(completions: number, wanted: number): number {
    return completions === 0 ? 0 : Math.min(wanted, Math.floor(this.remaining / completions));
  }

  spend(tokens: number): void {
    this.drawn += tokens;
  }
}
