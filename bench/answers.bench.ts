/**
 * Reading answers: what a reply takes, as ratios to the plainest one, and the size of the part that is fetched for it. `npm run bench:answers`;
 * the size needs a build. Times are of the processor, so that other work on the machine does not count.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { gradeResponse } from '#answers/reply/grade-response.ts';

const thought = 'Let me think. We have 3 + 4 = 7, so that there are 7 of them, and half of 36 is 18. '.repeat(
  20,
);
const replies: Readonly<Record<string, readonly [response: string, reference: string]>> = {
  'a number': [`${thought}\n\\boxed{42}`, '42'],
  'a number in a sentence': [`${thought}\nSo she has 42 apples.`, '42'],
  'a fraction': [`${thought}\n\\boxed{\\frac{-3}{4}}`, '-0.75'],
  'a root': [`${thought}\n\\boxed{\\frac{\\sqrt{6}-\\sqrt{2}}{4}}`, '\\sin 15^\\circ'],
  'a polynomial': [`${thought}\n\\boxed{(x-1)(x+2)(x-3)}`, 'x^3-2x^2-5x+6'],
  'an identity of sines': [`${thought}\n\\boxed{2\\sin x\\cos x}`, '\\sin 2x'],
  'a matrix': [
    `${thought}\n\\boxed{\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}}`,
    '\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}',
  ],
  solutions: [
    `${thought}\n\\boxed{x=\\frac{-1\\pm\\sqrt{5}}{2}}`,
    '\\frac{-1+\\sqrt5}{2}, \\frac{-1-\\sqrt5}{2}',
  ],
};
const hostile = [
  '(',
  '{',
  '\\frac{',
  '\\boxed{',
  '\\sqrt{',
  '9^{',
  '1,',
  'the answer is ',
  '\\ln(',
  '\\boxed{\\sin x+\\ln 3}, ',
  '\\[',
  '\ud800',
  'a',
];

const rounds = 200;
const milliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const timed = (run: () => void): number => {
  const start = milliseconds();
  run();
  return milliseconds() - start;
};

for (const [response, reference] of Object.values(replies))
  for (let i = 0; i < 20; i++) gradeResponse(response, reference);
const taken = Object.entries(replies).map(([name, [response, reference]]) => ({
  name,
  ms:
    timed(() => {
      for (let i = 0; i < rounds; i++) gradeResponse(response, reference);
    }) / rounds,
}));
const plainest = taken[0]!.ms;
console.log('a reply, read and graded      ratio');
for (const { name, ms } of taken) console.log(`${name.padEnd(28)} ${(ms / plainest).toFixed(1).padStart(6)}`);
const sorted = taken.map(({ ms }) => ms).toSorted((a, b) => a - b);
console.log(
  `median ${sorted[Math.floor(sorted.length / 2)]!.toFixed(2)} ms, worst ${sorted.at(-1)!.toFixed(2)} ms`,
);

for (const [size, characters] of [
  ['10 kB', 10_000],
  ['1 MB', 1_000_000],
] as const) {
  const worst = hostile
    .map((unit) => ({
      unit,
      ms: timed(() => gradeResponse(unit.repeat(Math.ceil(characters / unit.length)), '1')),
    }))
    .toSorted((a, b) => b.ms - a.ms)[0]!;
  console.log(`hostile, ${size}: at worst ${worst.ms.toFixed(0)} ms, ${JSON.stringify(worst.unit)} repeated`);
}

const built = readdirSync('dist/assets').filter((file) => /^replies-.*\.js$/.test(file));
for (const file of built)
  console.log(
    `${file}: ${(gzipSync(readFileSync(join('dist/assets', file)), { level: 9 }).length / 1000).toFixed(1)} kB compressed`,
  );
