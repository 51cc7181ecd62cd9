import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf, traceText } from '#run/trace-text.ts';
import { createGpuCodec } from './codec.ts';
import { asFile, sentencePieceTokenizer } from '../testing/small-tokenizer.ts';
import { chatConfigOf } from '../testing/templates.ts';
import { addedId, openSmallCodec, qwenTokenizer, writtenTokens } from '../testing/small-codec.ts';

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('So the answer is 24.\n\nWait', '  indented\n\tcode', '🙂 5 × 4 = 20 ▁ é'),
  )
  .map((it) => it.normalize('NFC'));

describe('tokens', () => {
  const byteLevel = openSmallCodec();
  const sentencePiece = openSmallCodec({
    template: 'Gemma',
    tokenizer: sentencePieceTokenizer(
      [' the', ' answer', 'Wait', 'user', 'model'],
      ['<pad>', '<eos>', '<bos>', '<unk>', '<start_of_turn>', '<end_of_turn>'],
    ),
    stops: ['<eos>', '<end_of_turn>'],
  });

  test.each([
    ['byte-level', byteLevel],
    ['SentencePiece', sentencePiece],
  ] as const)('%s: a text comes back as it was', (_, { codec }) => {
    // ▁ is how SentencePiece writes a space: it cannot tell the two apart.
    fc.assert(
      fc.property(
        text.filter((it) => codec === byteLevel.codec || !it.includes('▁')),
        (it) => codec.decode(codec.encode(it)) === it,
      ),
    );
  });

  const gemma = ['<pad>', '<eos>', '<bos>', '<unk>', '<start_of_turn>', '<end_of_turn>'];
  const runs = ['▁▁', '▁▁▁', '\n\n'].map((it) => ({ text: it, special: false }));

  test.each([false, true])(
    'runs of spaces that are listed as added tokens are spaces (normalized: %s)',
    (normalized) => {
      const tokenizer = sentencePieceTokenizer(
        [' the', '  ', '   ', '\n\n'],
        gemma,
        runs.map((run) => ({ ...run, normalized })),
      );
      const { codec } = openSmallCodec({ template: 'Gemma', tokenizer, stops: ['<end_of_turn>'] });
      expect(codec.decode([addedId(tokenizer, '▁▁'), addedId(tokenizer, '▁▁▁')])).toBe('     ');
      for (const it of ['if a:\n\n   b = 1\n\n  c', '   the', 'a  b'])
        expect(codec.decode(codec.encode(it))).toBe(it);
      expect(codec.encode('a   b').length).toBe(3);
    },
  );

  test.each<readonly [string, object, string, string]>([
    ['Metaspace', { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always' }, '▁the', ' the'],
    ['Metaspace with another sign', { type: 'Metaspace', replacement: '_' }, '▁the', '▁the'],
    [
      'a Replace by regular expression',
      { type: 'Replace', pattern: { Regex: '▁' }, content: ' ' },
      '▁the',
      ' the',
    ],
    [
      'Llama 2’s, which takes the first space off the whole text',
      {
        type: 'Sequence',
        decoders: [
          { type: 'Replace', pattern: { String: '▁' }, content: ' ' },
          { type: 'ByteFallback' },
          { type: 'Fuse' },
          { type: 'Strip', content: ' ', start: 1, stop: 0 },
        ],
      },
      '<0x41>',
      'A',
    ],
    ['one without bytes', { type: 'Replace', pattern: { String: '▁' }, content: ' ' }, '<0x41>', '<0x41>'],
  ])('a decoder is followed: %s', (_, decoder, token, expected) => {
    const tokenizer = { ...(sentencePieceTokenizer([' the'], gemma) as object), decoder };
    const { vocab } = (tokenizer as unknown as { model: { vocab: Record<string, number> } }).model;
    const { codec } = openSmallCodec({ template: 'Gemma', tokenizer, stops: ['<end_of_turn>'] });
    expect(codec.decode([vocab[token]!])).toBe(expected);
  });

  test('control tokens are read as such', () => {
    expect(byteLevel.codec.encode('<|im_end|>')).toEqual([addedId(qwenTokenizer, '<|im_end|>')]);
    expect(byteLevel.codec.decode(byteLevel.codec.encode('a<|im_end|>'))).toBe('a<|im_end|>');
  });

  test('read one by one, tokens make the whole text, and no character comes in halves', () => {
    fc.assert(
      fc.property(text, (it) => {
        const tokens = byteLevel.codec.encode(it);
        const read = writtenTokens(byteLevel, tokens.slice(0, 0), tokens).map((token) => token.text);
        return read.join('') === it && !read.some((part) => part.includes('\ufffd'));
      }),
    );
  });

  test('an emoji is the text of its last token', () => {
    const tokens = byteLevel.codec.encode('🙂!');
    expect(writtenTokens(byteLevel, [], tokens).map((token) => token.text)).toEqual(['', '', '', '🙂', '!']);
  });

  test('bytes that never become a character are seen, and end with what follows', () => {
    const half = byteLevel.codec.encode('🙂').slice(0, 2);
    const tokens = [...half, ...byteLevel.codec.encode('a'), ...half, addedId(qwenTokenizer, '<|im_end|>')];
    expect(writtenTokens(byteLevel, [], tokens).map((token) => token.text)).toEqual([
      '',
      '',
      '\ufffda',
      '',
      '',
      '<|im_end|>',
    ]);
  });

  test('an id without a token, of which models have some, reads as nothing', () => {
    expect(byteLevel.codec.decode([9999])).toBe('');
  });

  test('spaces and line ends stand as they were written', () => {
    const tokens = writtenTokens(byteLevel, [], byteLevel.codec.encode('So the answer is 24.\n\nWait'));
    expect(traceText(tokens)).toBe('So the answer is 24.\n\nWait');
    expect(segmentsOf(tokens).some(({ spaced }) => spaced)).toBe(false);
  });
});

describe('what is known of a model from its files', () => {
  test('ends: tokens, and texts that are tokens; others as texts', () => {
    const model = openSmallCodec({
      changes: {
        conv_config: {
          stop_str: ['<|endoftext|>', 'User:'],
          stop_token_ids: [addedId(qwenTokenizer, '<|im_end|>')],
        },
      },
    });
    expect([...model.codec.endOfText]).toEqual([
      addedId(qwenTokenizer, '<|im_end|>'),
      addedId(qwenTokenizer, '<|endoftext|>'),
    ]);
    expect(model.thinking).toMatchObject({ endOfText: '<|im_end|>', otherEnds: ['<|endoftext|>'] });
    expect(model.codec.endTexts).toEqual(['User:']);
  });

  test('the words it judges with are tokens where the reply begins', () => {
    expect(openSmallCodec().verdicts).toEqual({ yes: 'Yes', no: 'No' });
    expect(openSmallCodec({ changes: { conv_config: { role_empty_sep: ':' } }, jinja: '' }).verdicts).toEqual(
      {
        yes: ' Yes',
        no: ' No',
      },
    );
  });

  test.each([null, '', [], {}].map((jinja) => [jinja]))(
    'a tokeniser’s config with the chat template %j says nothing about thinking',
    (jinja) => {
      expect(openSmallCodec({ jinja }).thinking).toMatchObject({ open: '<think>', close: '</think>' });
    },
  );

  test.each([['{{ messages }}'], [[{ name: 'default', template: '{{ messages }}' }]]])(
    'one with the chat template %j, which names no thought, has none',
    (jinja) => {
      expect(openSmallCodec({ jinja }).thinking).toBeUndefined();
    },
  );

  test.each<readonly [string, Parameters<typeof createGpuCodec>[0]]>([
    [
      'no tokenizer',
      { tokenizerJson: asFile([]), tokenizerConfig: null, chatConfig: asFile(chatConfigOf('Qwen3')) },
    ],
    [
      'a tokenizer without a vocabulary',
      {
        tokenizerJson: asFile({ model: { type: 'BPE' }, decoder: { type: 'ByteLevel' }, added_tokens: [] }),
        tokenizerConfig: null,
        chatConfig: asFile(chatConfigOf('Qwen3')),
      },
    ],
    [
      'an unknown kind of tokenizer',
      {
        tokenizerJson: asFile({ ...(qwenTokenizer as object), decoder: { type: 'WordPiece', prefix: '##' } }),
        tokenizerConfig: null,
        chatConfig: asFile(chatConfigOf('Qwen3')),
      },
    ],
    [
      'a decoder with a step nobody knows',
      {
        tokenizerJson: asFile({
          ...(sentencePieceTokenizer([], ['<unk>']) as object),
          decoder: {
            type: 'Sequence',
            decoders: [{ type: 'Replace', pattern: { Regex: '^.*$' }, content: '' }],
          },
        }),
        tokenizerConfig: null,
        chatConfig: asFile(chatConfigOf('Qwen3')),
      },
    ],
    [
      'no end',
      {
        tokenizerJson: asFile(qwenTokenizer),
        tokenizerConfig: null,
        chatConfig: asFile(chatConfigOf('Qwen3', { conv_config: { stop_str: [], stop_token_ids: [] } })),
      },
    ],
  ])('%s is refused in words', (_, files) => {
    expect(() => createGpuCodec(files)).toThrow(expect.objectContaining({ code: 'model-damaged' }));
  });
});
