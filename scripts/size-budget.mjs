// First load, before the model: all JavaScript that index.html and the modules it imports at once bring, compressed.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of gzipped JavaScript. */
const budget = 200_000;

const html = readFileSync('dist/index.html', 'utf8');
const entries = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map((match) =>
  join('dist', match[1]),
);
const seen = new Set();
const visit = (file) => {
  if (seen.has(file)) return;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  // Static imports only: `import"./x.js"`, `from"./x.js"`. What is imported with import() comes later.
  for (const [, path] of source.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g))
    visit(normalize(join(dirname(file), path)));
};
entries.forEach(visit);
// The worker starts with the page's first run, but it is counted: nobody should wait for it either.
for (const [, path] of [...seen]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
  .matchAll(/["'`](?:\.\/|assets\/|\/assets\/)?([\w.-]*worker[\w.-]*\.js)["'`]/g)) {
  visit(join('dist/assets', path));
}

let total = 0;
for (const file of seen) {
  const bytes = gzipSync(readFileSync(file), { level: 9 }).length;
  total += bytes;
  console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  of ${budget / 1000} kB compressed JavaScript`);
if (seen.size === 0 || total > budget) {
  console.error(
    seen.size === 0
      ? 'No JavaScript found in dist/index.html.'
      : 'Over the budget: see what grew, load it when first used.',
  );
  process.exit(1);
}

// Other languages come by themselves: nobody else loads their words, and with the first picture comes one file.
const mostWords = 22_000;
const names = /简体中文|繁體中文/g;
const strange = [...seen].filter((file) =>
  /\p{Script=Han}/u.test(readFileSync(file, 'utf8').replaceAll(names, '')),
);
const first = readdirSync('dist/assets/words')
  .filter((file) => /^zh-\w+-first-.*\.js$/.test(file))
  .map((file) => ({
    file,
    bytes: gzipSync(readFileSync(join('dist/assets/words', file)), { level: 9 }).length,
  }));
for (const { file, bytes } of first)
  console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  of ${mostWords / 1000} kB, words: ${file}`);
if (strange.length > 0 || first.length === 0 || first.some(({ bytes }) => bytes > mostWords)) {
  console.error(
    strange.length > 0
      ? `Chinese in what everybody loads: ${strange.join(', ')}`
      : 'Words of the first picture are missing or over their budget: src/words/first-rooms.ts.',
  );
  process.exit(1);
}
