import fc from 'fast-check';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runPython } from '../testing.ts';
import { pythonLines, pythonText } from './literals.ts';

const nasty = [
  '"""',
  "'''",
  '\\',
  '\\"',
  '"\n__import__("os").system("true")\n"',
  '\r\n\u2028\u2029\u0085\0',
  '漢字 😀 é',
  '\ud83d',
  '{0} {} %s ${x}',
  '',
];

test('whatever a text holds, Python reads it back, and the program is plain ASCII', async () => {
  const texts = [...nasty, ...fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 500 })];
  const list = texts.flatMap((text) => [pythonText(text), pythonLines(text)]).join(',\n');
  expect(list).toMatch(/^[\x20-\x7e\n]*$/);
  const folder = await mkdtemp(join(tmpdir(), 'literals-'));
  const read: unknown = JSON.parse(await runPython(folder, `import json\nprint(json.dumps([${list}]))\n`));
  expect(read).toEqual(texts.flatMap((text) => [whole(text), whole(text)]));
});

/** Without halves of surrogate pairs, which no file in UTF-8 can hold. */
const whole = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
