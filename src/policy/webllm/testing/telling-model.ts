import type { LanguageModel, TokenId } from '#policy/language-model.ts';
import { createRuntimeModel } from '#policy/runtime/runtime-model.ts';
import type { Extension, ForwardOutput, Slot, StepEngine } from '#policy/runtime/step-engine.ts';
import { LookAhead } from '#policy/runtime/look-ahead.ts';
import { LookingAhead, type LookingAheadOptions } from '#policy/runtime/testing/looking-ahead.ts';
import { createGpuCodec } from '../text/codec.ts';
import { asFile, byteLevelTokenizer, type Special } from './small-tokenizer.ts';
import { chatConfigOf } from './templates.ts';

const words = [
  ' the',
  ' answer',
  ' is',
  'Wait',
  ' so',
  '.\n\n',
  '>\n\n',
  '\n\n',
  'Yes',
  'No',
  'assistant',
  'user',
  '</',
  '\\boxed{',
];
const chatml: readonly Special[] = ['<|endoftext|>', '<|im_start|>', '<|im_end|>'].map((text) => ({ text }));
const tags: readonly Special[] = ['<think>', '</think>'].map((text) => ({ text, special: false }));
const header = '<|im_start|>assistant\n';

export interface Telling {
  /** `text`: the tags are no tokens of their own. `none`: an instruct model. */
  readonly tags: 'tokens' | 'text' | 'none';
  /** What the model says next, given the question and what the reply is so far; '' ends it. */
  readonly tell: (question: string, reply: string) => string;
  /** Texts that end a reply besides its own token. */
  readonly endText?: readonly string[];
  /** Its engine takes steps by itself. */
  readonly ahead?: LookingAheadOptions;
}

/** A chat model that says what it is told to, on the real runtime and with the words of the real ones. */
export function tellingModel({ tags: kind, tell, endText = [], ahead }: Telling): LanguageModel {
  const tokenizer = byteLevelTokenizer(words, kind === 'tokens' ? [...chatml, ...tags] : chatml);
  const end = (tokenizer as { added_tokens: { content: string; id: number }[] }).added_tokens.find(
    ({ content }) => content === '<|im_end|>',
  )!.id;
  const {
    codec,
    context: _,
    ...rest
  } = createGpuCodec({
    tokenizerJson: asFile(tokenizer),
    tokenizerConfig: asFile({ chat_template: kind === 'none' ? '' : '<think>' }),
    chatConfig: asFile(chatConfigOf('Qwen3', { conv_config: { stop_token_ids: [end], stop_str: endText } })),
  });
  const next = (tokens: readonly TokenId[]): TokenId => {
    const text = codec.decode(tokens);
    const at = text.lastIndexOf(header);
    if (at < 0) return end;
    return codec.encode(tell(text.slice(0, at), text.slice(at + header.length)))[0] ?? end;
  };
  let seconds = 0;
  const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const told = new TellingEngine(512, next);
  const engine = ahead === undefined ? told : new LookingAhead(told, ahead);
  return createRuntimeModel({
    engine,
    lookAhead: new LookAhead(engine, false, breathe),
    codec,
    now: () => (seconds += 0.001),
    breathe,
    info: {
      id: 'telling',
      name: 'Telling',
      weightsSha256: '0'.repeat(64),
      families: ['countdown', 'arithmetic', 'question'],
      capabilities: { valueHead: false, fewShot: true, instructions: true },
      context: 4096,
      ...rest,
    },
  });
}

class TellingEngine implements StepEngine {
  readonly context = 4096;
  readonly slots = 32;
  readonly rows = 512;
  readonly hasValueHead = false;
  private readonly sequences = new Map<Slot, TokenId[]>();
  private made = 0;

  constructor(
    readonly vocabulary: number,
    private readonly next: (tokens: readonly TokenId[]) => TokenId,
  ) {}

  create(): Slot {
    this.sequences.set(++this.made, []);
    return this.made;
  }

  fork(parent: Slot, length: number): Slot {
    const slot = this.create();
    this.sequences.set(slot, this.sequences.get(parent)!.slice(0, length));
    return slot;
  }

  drop(slot: Slot): void {
    this.sequences.delete(slot);
  }

  forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    const rows: number[] = [];
    for (const { slot, tokens, outputs } of batch) {
      const sequence = this.sequences.get(slot)!;
      for (const [at, token] of tokens.entries()) {
        sequence.push(token);
        if (at >= tokens.length - outputs) rows.push(this.next(sequence));
      }
    }
    const logits = new Float32Array(rows.length * this.vocabulary);
    for (const [row, token] of rows.entries()) logits[row * this.vocabulary + token] = 30;
    return Promise.resolve({ logits, values: null });
  }
}
