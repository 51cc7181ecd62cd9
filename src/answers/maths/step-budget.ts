/** A budget of steps (about 50 µs each). Each text has its own, and all texts of one reply share another. */
export class StepBudget {
  constructor(
    private left = 400,
    private readonly shared?: StepBudget,
  ) {}

  /** Takes steps from the budget; false if too few are left. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0 && (this.shared?.spend(steps) ?? true);
  }
}
