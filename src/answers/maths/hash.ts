const prime = (1n << 127n) - 1n;
const base = 0x9e3779b97f4a7c15f39cc0605cedc835n % prime;

/** A 127-bit hash of a text; two texts collide with a probability of about 10^-30. */
export function hash(text: string): bigint {
  let sum = BigInt(text.length);
  // Four characters a step: they fit into 64 bits.
  for (let at = 0; at < text.length; at += 4) {
    let part = 1n;
    for (let i = at; i < Math.min(at + 4, text.length); i++)
      part = (part << 16n) | BigInt(text.charCodeAt(i));
    sum = ((sum ^ (sum >> 61n)) * base + part) % prime;
  }
  // Mixed once more, so that the low bits depend on all.
  for (let round = 0; round < 3; round++) sum = ((sum ^ (sum >> 59n)) * base + 12345n) % prime;
  return sum;
}

/** The hash in base 36, for keys. */
export const hashText = (text: string): string => hash(text).toString(36);
