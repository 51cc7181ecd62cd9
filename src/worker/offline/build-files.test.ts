import { expect, test } from 'vitest';
import { sortFiles } from './build-files.ts';

const sorted = (...urls: readonly string[]) => sortFiles(urls.map((url) => ({ url, hash: 'abc' })));
const urls = (files: readonly { readonly url: string }[]) => files.map(({ url }) => url);

test('the page is kept with the first visit, models, WebLLM and other languages when they are used', () => {
  const { page, used } = sorted(
    'index.html',
    'assets/index-C-kQ1Kbv.js',
    'assets/kernel-DPAYdxQj.wasm',
    'recorded/first-visit.json',
    'assets/webllm-DN9BjB5C.js',
    'assets/words/zh-Hans-lab-DN9BjB5C.js',
    'models/countdown/manifest.json',
    'models/countdown/weights.bin',
  );
  expect(urls(page)).toEqual([
    'index.html',
    'assets/index-C-kQ1Kbv.js',
    'assets/kernel-DPAYdxQj.wasm',
    'recorded/first-visit.json',
  ]);
  expect(urls(used)).toEqual([
    'assets/webllm-DN9BjB5C.js',
    'assets/words/zh-Hans-lab-DN9BjB5C.js',
    'models/countdown/manifest.json',
    'models/countdown/weights.bin',
  ]);
});

test('what only developers and other sites read is not kept, nor the service worker itself', () => {
  const { page, used } = sorted(
    'assets/index-C-kQ1Kbv.js.map',
    'models/README.md',
    'preview.png',
    'schema/run-file.v2.json',
    'service-worker.js',
  );
  expect([...page, ...used]).toEqual([]);
});

test('a file whose name does not change with what is in it is told apart by its hash', () => {
  const { page, used } = sorted('index.html', 'assets/index-C-kQ1Kbv.js', 'models/countdown/weights.bin');
  expect([...page, ...used].map(({ revision }) => revision)).toEqual(['abc', null, 'abc']);
});
