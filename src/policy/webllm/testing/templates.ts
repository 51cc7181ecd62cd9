/**
 * The conversation templates of the families that are offered, as their chat configs have them (public knowledge: mlc-llm's
 * presets and the models' own chat templates). Ids are those of the real vocabularies.
 */

const chatml = {
  name: 'chatml',
  system_template: '<|im_start|>system\n{system_message}<|im_end|>\n',
  system_message: 'You are a helpful assistant.',
  system_prefix_token_ids: null,
  add_role_after_system_message: true,
  roles: { user: '<|im_start|>user', assistant: '<|im_start|>assistant' },
  role_templates: { user: '{user_message}', assistant: '{assistant_message}', tool: '{tool_message}' },
  messages: [],
  seps: ['<|im_end|>\n'],
  role_content_sep: '\n',
  role_empty_sep: '\n',
  stop_str: ['<|endoftext|>', '<|im_end|>'],
  stop_token_ids: [151643, 151645],
  function_string: '',
  use_function_calling: false,
};

export const templates = {
  Qwen3: { ...chatml, name: 'qwen3' },
  'Qwen2.5': { ...chatml, name: 'qwen2' },
  SmolLM2: {
    ...chatml,
    system_message: 'You are a helpful AI assistant named SmolLM, trained by Hugging Face',
    stop_str: ['<|im_end|>'],
    stop_token_ids: [2],
  },
  'Qwen3.5': { ...chatml, name: 'qwen3_5', role_empty_sep: '\n<think>\n', stop_token_ids: [248046, 248044] },
  'Qwen3.5, not thinking': {
    ...chatml,
    name: 'qwen3_5_nothink',
    role_empty_sep: '\n<think>\n\n</think>\n\n',
    stop_token_ids: [248046, 248044],
  },
  'DeepSeek-R1-Distill-Qwen': {
    ...chatml,
    name: 'deepseek_r1_qwen',
    system_template: '<｜begin▁of▁sentence｜>{system_message}',
    roles: { user: '<｜User｜>', assistant: '<｜Assistant｜>' },
    seps: ['', '<｜end▁of▁sentence｜>'],
    role_content_sep: '',
    role_empty_sep: '',
    stop_str: [],
    stop_token_ids: [151643],
  },
  'DeepSeek-R1-Distill-Llama': {
    ...chatml,
    name: 'deepseek_r1_llama',
    system_template: '<｜begin▁of▁sentence｜>{system_message}',
    roles: { user: '<｜User｜>', assistant: '<｜Assistant｜>' },
    seps: ['', '<｜end▁of▁sentence｜>'],
    role_content_sep: '',
    role_empty_sep: '',
    stop_str: [],
    stop_token_ids: [128001],
  },
  'Llama-3.2': {
    ...chatml,
    name: 'llama-3_1',
    system_template: '<|start_header_id|>system<|end_header_id|>\n\n{system_message}<|eot_id|>',
    system_message: 'You are a helpful, respectful and honest assistant.',
    system_prefix_token_ids: [128000],
    roles: {
      user: '<|start_header_id|>user',
      assistant: '<|start_header_id|>assistant',
      tool: '<|start_header_id|>ipython',
    },
    seps: ['<|eot_id|>'],
    role_content_sep: '<|end_header_id|>\n\n',
    role_empty_sep: '<|end_header_id|>\n\n',
    stop_str: [],
    stop_token_ids: [128001, 128008, 128009],
  },
  'Ministral-3 Reasoning': {
    ...chatml,
    name: 'ministral3_reasoning',
    system_template: '[SYSTEM_PROMPT]{system_message}[/SYSTEM_PROMPT]{function_string}',
    system_message:
      'First draft your thinking process. It must follow the template below:[THINK]Your thoughts.[/THINK]Here, provide a self-contained response.',
    system_prefix_token_ids: [1],
    roles: { user: '', assistant: '', tool: '' },
    role_templates: {
      user: '[INST]{user_message}[/INST]',
      assistant: '{assistant_message}</s>',
      tool: '[TOOL_RESULTS]{tool_message}[/TOOL_RESULTS]',
    },
    seps: [''],
    role_content_sep: '',
    role_empty_sep: '',
    stop_str: ['</s>'],
    stop_token_ids: [2],
  },
  Gemma: {
    ...chatml,
    name: 'gemma_instruction',
    system_template: '{system_message}',
    system_message: '',
    system_prefix_token_ids: [2],
    roles: { user: '<start_of_turn>user', assistant: '<start_of_turn>model' },
    seps: ['<end_of_turn>\n'],
    stop_str: ['<end_of_turn>'],
    stop_token_ids: [1, 107],
  },
} as const;

export type TemplateName = keyof typeof templates;

/** An `mlc-chat-config.json` with one of them. */
export function chatConfigOf(
  name: TemplateName,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    version: '0.1.0',
    model_type: 'any',
    quantization: 'q4f16_1',
    context_window_size: 40960,
    prefill_chunk_size: 2048,
    sliding_window_size: -1,
    attention_sink_size: -1,
    temperature: 0.6,
    top_p: 0.95,
    tokenizer_files: ['tokenizer.json', 'tokenizer_config.json'],
    conv_template: templates[name],
    ...changes,
  };
}
