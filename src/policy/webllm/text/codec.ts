import { lastItem } from '#experiment/surely.ts';
import type { Problem } from '#experiment/problem.ts';
import type { ModelInfo, PromptStyle, ThinkingTags, TokenId } from '#policy/language-model.ts';
import {
  answerAtOnce,
  chainOfThoughtBegin,
  inSteps,
  likeExamples,
  stepsBegin,
  thinkFirst,
} from '#policy/prompts/answer.ts';
import { stepTexts, valueQuestion, yesNoQuestion } from '#policy/prompts/judge.ts';
import type { TokenCodec } from '#policy/runtime/token-codec.ts';
import { damagedConfig, fileLimits, parseChatConfig, parseJson } from './chat-config.ts';
import { assistantBegin, promptPieces } from './chat-template.ts';
import { replyBegins, type ReplyBegins } from './thinking-tags.ts';
import { tokenEncoder, type TokenEncoder } from './token-encoder.ts';
import { ChatReader, type ReaderWords } from './token-reader.ts';
import { textOf } from './token-utf8.ts';

/** Files of a model's folder, as they were fetched; untrusted. */
export interface GpuCodecFiles {
  /** `tokenizer.json` */
  readonly tokenizerJson: Uint8Array;
  /** `tokenizer_config.json`, where the folder has one. */
  readonly tokenizerConfig: Uint8Array | null;
  /** `mlc-chat-config.json` */
  readonly chatConfig: Uint8Array;
}

/** The words of a WebLLM model, and what of its ModelInfo they tell. */
export interface GpuCodec extends Pick<ModelInfo, 'context' | 'stepEnds' | 'thinking' | 'verdicts'> {
  readonly codec: TokenCodec;
}

/** Reasoning steps of models that write prose are paragraphs: PRM800K's are lines (Lightman et al. 2023, arXiv 2305.20050), R1's and Qwen3's are set apart by blank lines. */
const stepEnds = ['\n\n'] as const;

/** Opens the words of a WebLLM model from its own files. Throws PolicyError `model-damaged`. */
export function createGpuCodec({ tokenizerJson, tokenizerConfig, chatConfig }: GpuCodecFiles): GpuCodec {
  const config = parseChatConfig(chatConfig);
  const { template } = config;
  const encoder = tokenEncoder(parseJson(tokenizerJson, 'tokenizer.json', fileLimits.tokenizer));
  const { bytes } = encoder;
  const begins = replyBegins({
    assistantBegin: assistantBegin(template),
    systemMessage: template.system_message,
    jinja:
      tokenizerConfig &&
      jinjaOf(parseJson(tokenizerConfig, 'tokenizer_config.json', fileLimits.tokenizerConfig)),
    isToken: (text) => encoder.idOf(text) !== undefined,
  });
  const stops = config.stopTexts.map((text) => ({ text, id: encoder.idOf(text) }));
  const endOfText = new Set([...config.stopTokens, ...stops.flatMap(({ id }) => id ?? [])]);
  const ends = [...endOfText].map((id) => textOf(bytes.of(id)));
  const [firstEnd, ...otherEnds] = ends;
  if (firstEnd === undefined) throw damagedConfig({ kind: 'no-reply-end' });
  const words: ReaderWords = {
    bytes,
    control: new Set([...endOfText, ...bytes.added.filter(({ special }) => special).map(({ id }) => id)]),
    replyMarker: replyMarker(template, begins.header, encoder),
    tags: begins.tags ?? null,
  };

  const codec: TokenCodec = {
    endOfText,
    endTexts: stops.filter(({ id }) => id === undefined).map(({ text }) => text),
    prompt(problem, style) {
      const { user, begin, thinks } = conversation(problem, style, begins);
      const pieces = promptPieces(template, user, { system: thinks || !begins.systemAsks });
      return [
        ...withFirst(
          template.system_prefix_token_ids ?? [],
          pieces.flatMap((piece) => encoder.encodePiece(piece)),
        ),
        ...encoder.encode(begin),
      ];
    },
    encode: (text) => encoder.encode(text),
    decode: (tokens) => decoded(tokens, encoder),
    reader: remembering(words),
  };
  const thinking: ThinkingTags | undefined = begins.tags && {
    ...begins.tags,
    endOfText: firstEnd,
    ...(otherEnds.length > 0 ? { otherEnds } : {}),
  };
  return {
    codec,
    context: config.context,
    stepEnds,
    verdicts: /[^\s>\]]$/.test(begins.header) ? { yes: ' Yes', no: ' No' } : { yes: 'Yes', no: 'No' },
    ...(thinking ? { thinking } : {}),
  };
}

interface Conversation {
  /** What the person says. */
  readonly user: string;
  /** What the reply begins with, its role first. */
  readonly begin: string;
  readonly thinks: boolean;
}

/** How a problem is put in each style. Only the style `think` lets the model think. */
function conversation(
  problem: Problem,
  style: PromptStyle,
  { header, thought, noThought, tags }: ReplyBegins,
): Conversation {
  const plain = (user: string, begin = ''): Conversation => ({
    user,
    begin: header + noThought + begin,
    thinks: false,
  });
  switch (style.kind) {
    case 'answer-only':
      return plain(answerAtOnce(problem));
    case 'think':
      return tags
        ? { user: thinkFirst(problem, style.effort), begin: header + thought, thinks: true }
        : plain(thinkFirst(problem, style.effort), chainOfThoughtBegin);
    case 'steps':
      return plain(inSteps(problem), stepsBegin);
    case 'few-shot':
      return plain(likeExamples(problem, style.examples));
    case 'ask':
      return plain(style.words, style.begin);
    case 'judge':
      return plain(yesNoQuestion(problem, stepTexts(style.steps), style.finished));
    case 'value':
      return plain(valueQuestion(problem, stepTexts(style.steps), style.finished));
  }
}

/** The tokens that a config puts first, the beginning of text for most; not once more where the template writes them itself. */
function withFirst(first: readonly TokenId[], tokens: readonly TokenId[]): readonly TokenId[] {
  return first.every((id, place) => tokens[place] === id) ? tokens : [...first, ...tokens];
}

/** The tokens that end the question and begin the reply, by which a reader knows that the prompt is over. */
function replyMarker(
  template: Parameters<typeof promptPieces>[0],
  header: string,
  encoder: TokenEncoder,
): readonly TokenId[] {
  if (header !== '') return encoder.encode(header);
  return encoder.encode(lastItem(lastItem(promptPieces(template, ''))).text);
}

/** Readers of one prefix, of which there are as many as samples are drawn from it, read it once. */
function remembering(words: ReaderWords): TokenCodec['reader'] {
  const known = new WeakMap<readonly TokenId[], ChatReader>();
  return (prefix) => {
    let reader = known.get(prefix);
    if (!reader) {
      reader = new ChatReader(words);
      for (const token of prefix) reader.read(token);
      if (prefix.length > 0) reader.reply();
      known.set(prefix, reader);
    }
    return reader.copy();
  };
}

function decoded(tokens: readonly TokenId[], { bytes }: TokenEncoder): string {
  const parts = tokens.map((token) => bytes.of(token));
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return textOf(all);
}

/** The chat template of a `tokenizer_config.json`: one, or several with names. Null and empty say nothing of how the model is asked. */
function jinjaOf(config: unknown): string | null {
  if (typeof config !== 'object' || config === null || !('chat_template' in config)) return null;
  const { chat_template: template } = config;
  if (typeof template === 'object' && template !== null && Object.keys(template).length > 0)
    return JSON.stringify(template);
  return typeof template === 'string' && template.trim() !== '' ? template : null;
}
