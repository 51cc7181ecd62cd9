/** A legal step of a countdown in whole numbers. */
export interface Move {
  readonly text: string;
  readonly result: number;
  readonly left: readonly number[];
}

/** All of them from some numbers, for tests that play at random. */
export function moves(numbers: readonly number[]): readonly Move[] {
  return numbers.flatMap((a, i) =>
    numbers.flatMap((b, j) => {
      if (i === j) return [];
      const rest = numbers.filter((_, k) => k !== i && k !== j);
      const results: readonly (readonly [string, number])[] = [
        ['+', a + b],
        ['-', a - b],
        ['*', a * b],
        ...(b !== 0 && a % b === 0 ? [['/', a / b] as const] : []),
      ];
      // -0 is written 0.
      return results.map(([sign, result]) => ({
        text: `${a} ${sign} ${b}`,
        result: result + 0,
        left: [...rest, result + 0],
      }));
    }),
  );
}
