import { describe, expect, test } from 'vitest';
import { parseChatConfig } from './chat-config.ts';
import { assistantBegin, promptPieces } from './chat-template.ts';
import { asFile } from '../testing/small-tokenizer.ts';
import { chatConfigOf, templates, type TemplateName } from '../testing/templates.ts';

const pieces = (name: TemplateName, user: string, options = {}, changes = {}): readonly string[] => {
  const { template } = parseChatConfig(asFile(chatConfigOf(name, changes)));
  return [
    ...promptPieces(template, user, options).map((piece) => piece.map(({ text }) => text).join('')),
    assistantBegin(template),
  ];
};

describe('a question in the form of each family', () => {
  test.each<readonly [TemplateName, readonly string[]]>([
    [
      'Qwen3',
      [
        '<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n',
        '<|im_start|>user\nHi<|im_end|>\n',
        '<|im_start|>assistant\n',
      ],
    ],
    [
      'Qwen2.5',
      [
        '<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n',
        '<|im_start|>user\nHi<|im_end|>\n',
        '<|im_start|>assistant\n',
      ],
    ],
    [
      'SmolLM2',
      [
        '<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n',
        '<|im_start|>user\nHi<|im_end|>\n',
        '<|im_start|>assistant\n',
      ],
    ],
    [
      'Qwen3.5',
      [
        '<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n',
        '<|im_start|>user\nHi<|im_end|>\n',
        '<|im_start|>assistant\n<think>\n',
      ],
    ],
    [
      'DeepSeek-R1-Distill-Qwen',
      ['<｜begin▁of▁sentence｜>You are a helpful assistant.', '<｜User｜>Hi', '<｜Assistant｜>'],
    ],
    [
      'DeepSeek-R1-Distill-Llama',
      ['<｜begin▁of▁sentence｜>You are a helpful assistant.', '<｜User｜>Hi', '<｜Assistant｜>'],
    ],
    [
      'Llama-3.2',
      [
        '<|start_header_id|>system<|end_header_id|>\n\nYou are a helpful, respectful and honest assistant.<|eot_id|>',
        '<|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>',
        '<|start_header_id|>assistant<|end_header_id|>\n\n',
      ],
    ],
    [
      'Ministral-3 Reasoning',
      [
        `[SYSTEM_PROMPT]${templates['Ministral-3 Reasoning'].system_message}[/SYSTEM_PROMPT]`,
        '[INST]Hi[/INST]',
        '',
      ],
    ],
    // No system message of its own, so there is none.
    ['Gemma', ['<start_of_turn>user\nHi<end_of_turn>\n', '<start_of_turn>model\n']],
  ])('%s', (name, expected) => expect(pieces(name, 'Hi')).toEqual(expected));

  test('the system message can be left out', () => {
    expect(pieces('Qwen3', 'Hi', { system: false })).toEqual([
      '<|im_start|>user\nHi<|im_end|>\n',
      '<|im_start|>assistant\n',
    ]);
  });

  test('what a person writes is put in as it is, signs of replacement and placeholders too', () => {
    expect(pieces('Ministral-3 Reasoning', '$& {user_message} $1').at(-2)).toBe(
      '[INST]$& {user_message} $1[/INST]',
    );
  });

  test('only what a person writes is marked as given', () => {
    const { template } = parseChatConfig(asFile(chatConfigOf('Qwen3')));
    expect(
      promptPieces(template, 'Hi')
        .flat()
        .filter(({ given }) => given),
    ).toEqual([{ text: 'Hi', given: true }]);
  });

  test('a colon stands between role and message where the config does not say', () => {
    expect(
      pieces('Qwen3', 'Hi', {}, { conv_config: { role_content_sep: null, role_empty_sep: null } }).slice(1),
    ).toEqual(['<|im_start|>user: Hi<|im_end|>\n', '<|im_start|>assistant: ']);
  });

  test('conv_config takes the place of the template’s fields', () => {
    expect(pieces('Qwen3', 'Hi', {}, { conv_config: { system_message: 'Be brief.' } })[0]).toBe(
      '<|im_start|>system\nBe brief.<|im_end|>\n',
    );
  });

  test('the role is not named twice where the system message ends with it', () => {
    const llama2 = {
      system_template: '[INST] <<SYS>>\n{system_message}\n<</SYS>>\n\n',
      roles: { user: '<s>[INST]', assistant: '[/INST]' },
      seps: [' ', ' </s>'],
      role_content_sep: ' ',
      role_empty_sep: ' ',
      add_role_after_system_message: false,
    };
    expect(pieces('Qwen3', 'Hi', {}, { conv_config: llama2 })).toEqual([
      '[INST] <<SYS>>\nYou are a helpful assistant.\n<</SYS>>\n\n',
      'Hi ',
      '[/INST] ',
    ]);
    expect(pieces('Qwen3', 'Hi', { system: false }, { conv_config: llama2 })).toEqual([
      '<s>[INST] Hi ',
      '[/INST] ',
    ]);
  });
});

describe('a chat config', () => {
  test('ends a reply with its stop tokens, and with the end of text it names', () => {
    const config = parseChatConfig(asFile(chatConfigOf('Qwen3', { eos_token_id: [151645, 7] })));
    expect(config.stopTokens).toEqual([151643, 151645, 7]);
    expect(config.stopTexts).toEqual(['<|endoftext|>', '<|im_end|>']);
  });

  test.each([
    [{ context_window_size: 40960 }, 40960],
    [{ context_window_size: -1, sliding_window_size: 4096 }, 4096],
    [{ context_window_size: null }, 4096],
  ])('%o has room for %d tokens', (changes, context) => {
    expect(parseChatConfig(asFile(chatConfigOf('Qwen3', changes))).context).toBe(context);
  });

  test.each<readonly [string, Uint8Array]>([
    ['no JSON', new TextEncoder().encode('<html>')],
    ['no template', asFile({ context_window_size: 4096 })],
    ['a template by name only', asFile(chatConfigOf('Qwen3', { conv_template: 'chatml' }))],
    ['no separators', asFile(chatConfigOf('Qwen3', { conv_config: { seps: [] } }))],
    ['a megabyte', asFile(chatConfigOf('Qwen3', { padding: 'x'.repeat(1_100_000) }))],
    [
      'an essay for a system message',
      asFile(chatConfigOf('Qwen3', { conv_config: { system_message: 'x'.repeat(30_000) } })),
    ],
  ])('with %s is refused in words', (_, file) => {
    expect(() => parseChatConfig(file)).toThrow(expect.objectContaining({ code: 'model-damaged' }));
  });
});
