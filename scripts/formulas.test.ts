import { expect, it } from 'vitest';
import { typeset } from './formulas.ts';

it('a formula is typeset with its slots, and without what the page may not have', () => {
  expect(typeset(String.raw`\frac{\slot{votes}}{n} < 1`)).toEqual({
    name: 'math',
    attributes: { display: 'block' },
    parts: [
      {
        name: 'mrow',
        attributes: {},
        parts: [
          {
            name: 'mfrac',
            attributes: {},
            parts: [{ slot: 'votes' }, { name: 'mi', attributes: {}, parts: ['n'] }],
          },
          { name: 'mo', attributes: {}, parts: ['<'] },
          { name: 'mn', attributes: {}, parts: ['1'] },
        ],
      },
    ],
  });
});

it('a word of a formula is a key, for the language that is spoken', () => {
  expect(JSON.stringify(typeset(String.raw`A_{\word{right}}`))).toContain('{"word":"right"}');
});

it('cells keep their side, and fractions in them their size', () => {
  const text = JSON.stringify(typeset(String.raw`\begin{aligned} a &= \frac{1}{2} \\ b &= 3 \end{aligned}`));
  expect(text.match(/"columnalign":"\w+"/g)).toEqual(
    Array.from({ length: 2 }, () => ['"columnalign":"right"', '"columnalign":"left"']).flat(),
  );
  expect(text).toContain('"displaystyle":"true"');
});

it('what cannot be read is an error, not a formula', () => {
  expect(() => typeset(String.raw`\frac{1}`)).toThrow();
});
