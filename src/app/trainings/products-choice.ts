import type { TrainingSetup, TrainingTask } from '#train/setup.ts';

/** Shares of sums of one, two and three products that a training draws, by what a person chooses. */
export const sharesOfProducts = {
  one: [1, 0, 0],
  two: [0, 1, 0],
  three: [0, 0, 1],
  /** As the models that ship were trained: `training/configs/arithmetic-zero.json`. */
  mixed: [0.35, 0.45, 0.2],
} as const satisfies Readonly<Record<string, Extract<TrainingTask, { family: 'arithmetic' }>['products']>>;
export type ProductsChoice = keyof typeof sharesOfProducts;
export const productsChoices: readonly ProductsChoice[] = ['one', 'two', 'three', 'mixed'];

export function productsChoice({ task }: TrainingSetup): ProductsChoice | 'own' {
  if (task.family !== 'arithmetic') return 'own';
  const sum = task.products.reduce((all, share) => all + share, 0);
  const shares = (choice: readonly number[]) => {
    const whole = choice.reduce((all, share) => all + share, 0);
    return choice.map((share) => share / whole);
  };
  const same = (choice: ProductsChoice) =>
    shares(sharesOfProducts[choice]).every(
      (share, at) => Math.abs(share - (task.products[at] ?? 0) / sum) < 1e-9,
    );
  return productsChoices.find(same) ?? 'own';
}
