import type { ModelDamage } from '#run/failure.ts';
import * as v from 'valibot';
import { PolicyError } from '#policy/policy-error.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const tokenIds = v.pipe(v.array(tokenId), v.maxLength(100));
/** Fields that are left out and fields that are null mean the same. */
const maybe = <const Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema), null);
const roles = v.object({ user: maybe(text(1000)), assistant: maybe(text(1000)) });

const template = {
  system_template: text(20_000),
  system_message: text(20_000),
  system_prefix_token_ids: maybe(tokenIds),
  roles: v.object({ user: text(1000), assistant: text(1000) }),
  role_templates: maybe(roles),
  seps: v.pipe(v.array(text(1000)), v.minLength(1), v.maxLength(8)),
  role_content_sep: maybe(text(1000)),
  role_empty_sep: maybe(text(1000)),
  add_role_after_system_message: maybe(v.boolean()),
  stop_str: maybe(v.union([text(200), v.pipe(v.array(text(200)), v.maxLength(20))])),
  stop_token_ids: maybe(tokenIds),
} as const;

const length = v.pipe(v.number(), v.integer(), v.maxValue(100_000_000));

/** What is read of an `mlc-chat-config.json`. Fields it does not name are ignored. */
const chatConfigSchema = v.object({
  conv_template: v.object(template),
  /** Takes the place of fields of the template. */
  conv_config: maybe(v.record(v.string(), v.unknown())),
  context_window_size: maybe(length),
  sliding_window_size: maybe(length),
  eos_token_id: maybe(v.union([tokenId, tokenIds])),
});
const templateSchema = v.object(template);

/** How a conversation is written down for a model, as MLC's `ConvTemplateConfig` says it. */
export type ChatTemplate = v.InferOutput<typeof templateSchema>;

export interface ChatConfig {
  readonly template: ChatTemplate;
  /** Tokens a sequence may have. */
  readonly context: number;
  /** Tokens that end a reply. */
  readonly stopTokens: readonly number[];
  /** Texts that end a reply. */
  readonly stopTexts: readonly string[];
}

/** Bytes of a file that is still read: the largest tokenizers have about 35 MB. */
export const fileLimits = { config: 1_000_000, tokenizerConfig: 4_000_000, tokenizer: 64_000_000 } as const;

/** Where a config names no length. */
const shortestContext = 4096;

/** Reads an `mlc-chat-config.json`. Throws PolicyError `model-damaged`. */
export function parseChatConfig(bytes: Uint8Array): ChatConfig {
  const content = v.safeParse(chatConfigSchema, parseJson(bytes, 'mlc-chat-config.json', fileLimits.config));
  if (!content.success) throw invalid(content.issues);
  const { conv_template, conv_config, context_window_size, sliding_window_size, eos_token_id } =
    content.output;
  const merged = v.safeParse(templateSchema, { ...conv_template, ...conv_config });
  if (!merged.success) throw invalid(merged.issues);
  const { stop_token_ids, stop_str } = merged.output;
  const ends = [stop_token_ids ?? [], eos_token_id ?? []].flat();
  return {
    template: merged.output,
    // -1 stands for no limit, where a sliding window takes its place.
    context:
      [context_window_size, sliding_window_size].find(
        (size) => size !== null && size !== undefined && size > 0,
      ) ?? shortestContext,
    stopTokens: [...new Set(ends)],
    stopTexts: [stop_str ?? []].flat().filter((stop) => stop !== ''),
  };
}

/** Throws PolicyError `model-damaged` where the file is too big or no JSON. */
export function parseJson(bytes: Uint8Array, name: string, most: number): unknown {
  if (bytes.byteLength > most) throw damagedConfig({ kind: 'file-too-long', file: name });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw damagedConfig({ kind: 'file-not-json', file: name }, { cause });
  }
}

export function damagedConfig(why: ModelDamage, options?: ErrorOptions): PolicyError {
  return new PolicyError({ code: 'model-damaged', why }, options);
}

function invalid([issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): PolicyError {
  return damagedConfig({
    kind: 'file-invalid',
    file: 'mlc-chat-config.json',
    at: v.getDotPath(issue) ?? 'content',
    detail: issue.message,
  });
}
