// What is asked of the server, as sizes and counts. First: all JavaScript that index.html and the modules it imports at once bring, compressed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

const bytesOf = (file, compresses) =>
  compresses ? gzipSync(readFileSync(file), { level: 9 }).length : statSync(file).size;

/** Fonts and weights are as small as they get; all else is sent compressed. */
const sent = (file) => bytesOf(file, !/\.(?:woff2|bin|png)$/.test(file));

/** Files of the build that a text names. */
const namedIn = (text, pattern) => [
  ...new Set([...text.matchAll(pattern)].map(([, path]) => join('dist', path))),
];

/** All that a script brings: the modules that it imports at once, and theirs. */
function withImports(files) {
  const all = new Set();
  const add = (file) => {
    if (all.has(file)) return;
    all.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g))
      add(normalize(join(dirname(file), path)));
  };
  files.forEach(add);
  return [...all];
}

/** The one file of the build whose name begins so. */
function assetNamed(start, end) {
  const found = readdirSync('dist/assets').filter((name) => name.startsWith(start) && name.endsWith(end));
  if (found.length !== 1)
    throw new Error(`${found.length} files are named ${start}*${end}: see size-budget.mjs`);
  return join('dist/assets', found[0]);
}

// What is asked of the server before there is a picture, for the recorded run that plays in it, and for a first run of one's own.
const page = [
  'dist/index.html',
  ...namedIn(html, /<link[^>]+(?:rel="(?:preload|stylesheet|icon)")[^>]*href="\.\/([^"]+)"/g),
  ...withImports(entries),
];
const model = 'dist/models/countdown';
const parts = [
  { name: 'before the first picture', files: page, mostFiles: 8, mostBytes: 230_000 },
  {
    name: 'the recorded run in it',
    files: ['dist/recorded/first-visit.json'],
    mostFiles: 1,
    mostBytes: 22_000,
  },
  {
    name: 'a first run: workers, kernel, model',
    files: [
      ...withImports([assetNamed('run.worker-', '.js'), assetNamed('model.worker-', '.js')]),
      assetNamed('kernel-', '.wasm'),
      `${model}/manifest.json`,
      `${model}/weights.bin`,
    ],
    mostFiles: 10,
    mostBytes: 1_000_000,
  },
  {
    name: 'what is fetched once the page stands',
    files: [
      ...withImports([assetNamed('side-parts-', '.js')]).filter((file) => !page.includes(file)),
      assetNamed('beside-', '.css'),
    ],
    mostFiles: 4,
    mostBytes: 120_000,
  },
];
let over = false;
for (const { name, files, mostFiles, mostBytes } of parts) {
  const own = [...new Set(files)];
  const bytes = own.reduce((sum, file) => sum + sent(file), 0);
  over ||= own.length > mostFiles || bytes > mostBytes;
  console.log(
    `${(bytes / 1000).toFixed(1).padStart(8)} kB  of ${mostBytes / 1000} kB, ${own.length} of ${mostFiles} files: ${name}`,
  );
}
if (over) {
  console.error(
    'More is asked of the server than the budget allows: see what came, load it when first used.',
  );
  process.exit(1);
}

// A part that is asked for anew has to be a file with its own names: scripts/later-parts.ts.
const gathered = /import\(`\.\/(?:beside|recording|thinking)-/;
const pieces = readdirSync('dist/assets').filter(
  (file) => file.endsWith('.js') && gathered.test(readFileSync(join('dist/assets', file), 'utf8')),
);
if (pieces.length > 0) {
  console.error(
    `A module that is fetched later stands in a file with others: see import() in ${pieces.join(', ')}.`,
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
