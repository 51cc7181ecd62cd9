import { randomStream } from '#policy/runtime/random.ts';

/** A drawn tree of at most four levels and four children each, with ends, endless steps, and steps after which nothing comes. */
export function randomTree(seed: number): string {
  const random = randomStream(seed, 0);
  const below = (count: number) => Math.floor(random.next() * count);
  const lines = ['root'];
  let names = 0;
  const grow = (depth: number): void => {
    const children = below(4) + (depth === 1 ? 1 : 0);
    for (let child = 0; child < children; child++) {
      // Equal scores now and then, so that ties happen.
      const score = ` ${(below(11) / 10).toFixed(1)}`;
      const kind = random.next();
      const indent = '  '.repeat(depth);
      const name = `s${names++}`;
      if (kind < 0.2) lines.push(`${indent}end ${names} ${below(5)}${score}`);
      else if (kind < 0.25) lines.push(`${indent}${name} ∞${score}`);
      else {
        lines.push(`${indent}${name};${score}`);
        if (depth < 4) grow(depth + 1);
      }
    }
  };
  grow(1);
  return lines.join('\n');
}
