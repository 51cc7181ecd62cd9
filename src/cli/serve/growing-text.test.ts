import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinTokens, type ReadToken } from '#policy/embedded/token-reader.ts';
import { GrowingText } from './growing-text.ts';

const shape = { stops: [], keepStop: false, continues: false };
const token = fc.oneof(
  fc.record({
    text: fc.constantFrom('7', '12', '+', ' a', 'ab', 'b', '(', ';', '<x>'),
    placement: fc.constantFrom('word', 'joined'),
  }),
  fc.record({ text: fc.constantFrom('1', '2'), placement: fc.constant('digit') }),
);
/** As models write: further digits only after a digit. */
const written = fc.array(token, { minLength: 1, maxLength: 12 }).map((tokens) =>
  tokens.map(({ text, placement }, at): ReadToken => ({
    text,
    placement:
      placement === 'digit' && !/\d$/.test(tokens[at - 1]?.text ?? '') ? 'word' : (placement as 'word'),
    role: 'answer',
  })),
);

function piecesGiven(text: GrowingText, tokens: readonly ReadToken[]): readonly string[] {
  return [...tokens.map((one) => text.add(one)), text.rest()];
}

test('the pieces joined are the text, numbers written units first among them', () => {
  fc.assert(
    fc.property(written, (tokens) => {
      expect(piecesGiven(new GrowingText(shape), tokens).join('')).toBe(joinTokens(tokens));
    }),
  );
});

test('the text ends before the first stop string, or after it, and no piece gives away the beginning of one', () => {
  const stops = fc.array(fc.constantFrom('ab', 'b ;', '12', '+ 7', ';;'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(written, stops, fc.boolean(), (tokens, wanted, keepStop) => {
      const whole = joinTokens(tokens);
      const found = wanted
        .map((stop) => ({ at: whole.indexOf(stop), length: stop.length }))
        .filter(({ at }) => at >= 0)
        .toSorted((a, b) => a.at - b.at)[0];
      const text = new GrowingText({ ...shape, stops: wanted, keepStop });
      const joined = piecesGiven(text, tokens).join('');
      expect(joined).toBe(found ? whole.slice(0, found.at + (keepStop ? found.length : 0)) : whole);
      expect(text.stopped).toBe(found !== undefined);
    }),
  );
});
