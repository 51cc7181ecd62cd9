/**
 * Eight samples of one prompt in a page, on our kernel and on wllama (llama.cpp in WebAssembly): `npm run bench:wllama -- [cores]`. Random
 * weights of one shape on either side; tokens a second, and whether a sample is the same alone and among eight.
 *
 * wllama is no dependency: `npm install --no-save @wllama/wllama`. Set CHROMIUM_PATH where Playwright has no browser of its own.
 *
 * Rounds alternate, and ratios are those of a round. Processor times are those of the page's process, workers included; while other
 * programs share the cores, they say more than the clock.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { createServer, type Plugin } from 'vite';
import { embeddedModels } from '../../scripts/embedded-models.ts';
import type { Architecture } from '#policy/embedded/manifest.ts';
import { randomModel } from '#policy/embedded/testing/random-model.ts';
import type { Drawn, SampleRequest } from './page.ts';
import { randomGguf } from './random-gguf.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rounds = 5;
const warmUps = 2;
const eight = 8;
/** Workers on our side, threads on the other. */
const cores = Number(process.argv[2] ?? 1);
/** So often in a round, as it takes so much less time. */
const repeats = { ours: 8, wllama: 1 };
const request = { tokens: 96, temperature: 0.7 };

const shapes: readonly (Architecture & { readonly title: string })[] = [
  {
    title: '0.8 million parameters',
    vocabulary: 219,
    width: 128,
    layers: 4,
    heads: 4,
    feedForward: 512,
    context: 256,
  },
  {
    title: '4 million parameters',
    vocabulary: 222,
    width: 256,
    layers: 5,
    heads: 8,
    feedForward: 1024,
    context: 256,
  },
];
type Side = 'ours' | 'wllama';
interface Measured {
  readonly perSecond: number;
  readonly perProcessorSecond: number;
}

const packageFile = `${root}node_modules/@wllama/wllama/package.json`;
if (!existsSync(packageFile)) {
  console.error('This bench needs wllama, which is no dependency: npm install --no-save @wllama/wllama');
  process.exit(1);
}
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
const files = new Map<string, Uint8Array>();
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'warn',
  appType: 'mpa',
  // wllama takes threads where a page is isolated from other origins.
  server: {
    port: 4396,
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  },
  plugins: [embeddedModels(), benchFiles()],
});
await server.listen();
const { CHROMIUM_PATH: executablePath } = process.env;
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
});
const processes = await browser.newBrowserCDPSession();

console.log(
  `wllama ${version}, Chromium ${browser.version()}, ${eight} samples of ${request.tokens} tokens; medians of ${rounds} rounds.`,
);
for (const { title, ...shape } of shapes) {
  const { manifest, weights } = await randomModel(1, shape);
  files.set('/bench-files/random/manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
  files.set('/bench-files/random/weights.bin', weights);
  files.set('/bench-files/random.gguf', randomGguf(1, shape));
  for (const shared of [true, false]) await compare(title, shared);
}
await browser.close();
await server.close();
process.exit(0);

async function compare(title: string, shared: boolean): Promise<void> {
  const page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  page.on('pageerror', (error) => console.error(error));
  await page.goto('http://localhost:4396/bench/wllama/page.html');
  await page.waitForFunction(() => 'openWllama' in window);
  await page.evaluate((workers) => window.openOurs(workers), cores);
  const { threads } = await page.evaluate((how) => window.openWllama(how), {
    threads: cores,
    slots: eight,
    shared,
  });
  const together: Record<Side, Measured[]> = { ours: [], wllama: [] };
  const alone: Record<Side, Measured[]> = { ours: [], wllama: [] };
  /** Rounds in which the sample alone was that among eight, and in which it was the same twice. */
  const same: Record<Side, number> = { ours: 0, wllama: 0 };
  const again: Record<Side, number> = { ours: 0, wllama: 0 };
  for (let round = 0; round < warmUps + rounds; round++) {
    for (const side of ['ours', 'wllama'] as const) {
      const all = await timed(page, side, { ...request, seed: round + 1, from: 0, count: eight });
      const single = { ...request, seed: round + 1, from: round % eight, count: 1 };
      const one = await timed(page, side, single);
      if (round < warmUps) continue;
      const two = await timed(page, side, single);
      if (one.texts[0] === two.texts[0]) again[side] += 1;
      together[side].push(all.measured);
      alone[side].push(one.measured);
      if (all.texts[round % eight] === one.texts[0]) same[side] += 1;
    }
  }
  console.log(
    `\n${title}, ${cores} worker${cores > 1 ? 's' : ''} against ${threads} thread${threads > 1 ? 's' : ''} and ${shared ? 'one cache for all slots' : 'a cache for each slot'}`,
  );
  console.log('                ours, tokens/s  wllama, tokens/s  ratio  ratio by processor time');
  for (const [name, measured] of [
    ['eight at once', together],
    ['one', alone],
  ] as const) {
    const [ours, theirs] = [measured.ours, measured.wllama].map((side) =>
      median(side.map((one) => one.perSecond)).toFixed(0),
    );
    const ratio = (of: keyof Measured) =>
      median(measured.ours.map((one, round) => one[of] / measured.wllama[round]![of])).toFixed(1);
    console.log(
      `${name.padEnd(14)} ${ours!.padStart(15)} ${theirs!.padStart(17)} ${ratio('perSecond').padStart(6)} ${ratio('perProcessorSecond').padStart(24)}`,
    );
  }
  console.log(
    `the same alone and among eight: ours ${same.ours} of ${rounds}, wllama ${same.wllama} of ${rounds}; ` +
      `the same twice alone: ours ${again.ours} of ${rounds}, wllama ${again.wllama} of ${rounds}`,
  );
  await page.evaluate(() => window.closeBoth());
  await page.close();
}

async function timed(
  page: Page,
  side: Side,
  asked: SampleRequest,
): Promise<{ readonly measured: Measured; readonly texts: Drawn['texts'] }> {
  const before = await processorSeconds(processes);
  let tokens = 0;
  let milliseconds = 0;
  let texts: Drawn['texts'] = [];
  for (let time = 0; time < repeats[side]; time++) {
    const drawn = await page.evaluate(([which, what]) => window.draw(which, what), [side, asked] as const);
    tokens += drawn.tokens;
    milliseconds += drawn.milliseconds;
    ({ texts } = drawn);
  }
  const seconds = (await processorSeconds(processes)) - before;
  return {
    measured: { perSecond: (1000 * tokens) / milliseconds, perProcessorSecond: tokens / seconds },
    texts,
  };
}

/** Of all pages. */
async function processorSeconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { type, cpuTime }) => (type === 'renderer' ? sum + cpuTime : sum), 0);
}

function benchFiles(): Plugin {
  return {
    name: 'bench-files',
    configureServer({ middlewares }) {
      middlewares.use((asked, response, next) => {
        const file = files.get(asked.url ?? '');
        if (file) response.end(file);
        else next();
      });
    },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
