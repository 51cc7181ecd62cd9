import { describe, expect, test } from 'vitest';
import { parseChatConfig } from './chat-config.ts';
import { assistantBegin } from './chat-template.ts';
import { asFile } from '../testing/small-tokenizer.ts';
import { chatConfigOf, type TemplateName } from '../testing/templates.ts';
import { replyBegins } from './thinking-tags.ts';

const begins = (name: TemplateName, jinja: string | null, tokens: readonly string[] = []) => {
  const { template } = parseChatConfig(asFile(chatConfigOf(name)));
  return replyBegins({
    assistantBegin: assistantBegin(template),
    systemMessage: template.system_message,
    jinja,
    isToken: (text) => tokens.includes(text),
  });
};
const think = ['<think>', '</think>'];

describe('how a reply begins', () => {
  test.each<readonly [TemplateName, string | null, string, string, string]>([
    // Opens its thought itself; the prompt does it, so that every trace begins with one.
    [
      'Qwen3',
      "{{- '<think>\\n\\n</think>\\n\\n' }}",
      '<|im_start|>assistant\n',
      '<think>\n',
      '<think>\n\n</think>\n\n',
    ],
    // Its template opens it.
    ['Qwen3.5', null, '<|im_start|>assistant\n', '<think>\n', '<think>\n\n</think>\n\n'],
    // Its template keeps it from thinking, but it can.
    ['Qwen3.5, not thinking', null, '<|im_start|>assistant\n', '<think>\n', '<think>\n\n</think>\n\n'],
    [
      'DeepSeek-R1-Distill-Qwen',
      "{% set content = content.split('</think>')[-1] %}",
      '<｜Assistant｜>',
      '<think>\n',
      '<think>\n\n</think>\n\n',
    ],
    ['DeepSeek-R1-Distill-Llama', null, '<｜Assistant｜>', '<think>\n', '<think>\n\n</think>\n\n'],
    ['Ministral-3 Reasoning', null, '', '[THINK]', '[THINK][/THINK]'],
  ])('%s', (name, jinja, header, thought, noThought) => {
    expect(begins(name, jinja, think)).toMatchObject({ header, thought, noThought });
  });

  test.each<TemplateName>(['Qwen2.5', 'SmolLM2', 'Llama-3.2', 'Gemma'])('%s does not think', (name) => {
    const { header, thought, noThought, tags } = begins(name, null);
    expect({ thought, noThought, tags }).toEqual({ thought: '', noThought: '', tags: undefined });
    expect(header).not.toBe('');
  });

  test('a model that has only the tokens of a relative that thinks does not think', () => {
    expect(begins('Qwen3', "{{- '<|im_start|>assistant\\n' }}", think).tags).toBeUndefined();
  });

  test('a system message that asks for thoughts is known as such', () => {
    expect(begins('Ministral-3 Reasoning', null).systemAsks).toBe(true);
    expect(begins('Qwen3', null, think).systemAsks).toBe(false);
  });
});
