import type { LoggedToken, TokenRole, Usage } from '#run/events.ts';
import { noUsage } from '#run/events.ts';
import type {
  LanguageModel,
  ModelCapabilities,
  ModelWith,
  SampleEvent,
  TokenId,
  Values,
} from '../language-model.ts';
import { PolicyError } from '../policy-error.ts';
import { stepTexts, valueQuestion, yesNoQuestion } from '../prompts/judge.ts';
import { workedText } from '../prompts/examples.ts';

/** The request for a completion, as a script sees it. */
export interface ScriptRequest {
  /** Prompt, text so far and forced tokens, words joined by spaces. */
  readonly prefix: string;
  /** Of the completion in its request. */
  readonly index: number;
  /** Requests before this one. */
  readonly request: number;
  /** 0 means the likeliest completion. */
  readonly temperature: number;
}

export interface Script {
  /**
   * Completion texts by index, repeated when they run out; words are tokens. Or a function of the request, for strategies
   * that make many.
   */
  readonly completions: readonly string[] | ((request: ScriptRequest) => string);
  readonly capabilities?: Partial<ModelCapabilities>;
  /** Whether it has words to judge with; default true. */
  readonly judges?: boolean;
  /** Throws in place of the token with this number, counted over all completions. */
  readonly failAfter?: number;
  /** Awaited before each forward, so that a test's messages arrive. */
  readonly breathe?: () => Promise<void>;
  /** The value head's output by the prefix's text, of a model that has one; default 0.5. */
  readonly value?: (prefix: string) => number;
  /** Log-probability of a continuation's token after a prefix; default -0.5. */
  readonly logprob?: (prefix: string, word: string) => number;
  /** Tokens a sequence may have; default 4096. */
  readonly context?: number;
  readonly stepEnds?: readonly string[];
  readonly id?: string;
  /** Words whose ids are their positions here; others get ids as they occur. Published as the model's vocabulary. */
  readonly vocabulary?: readonly string[];
}

export type ScriptedModel = LanguageModel & ModelWith<'scoring'> & { readonly prompts: readonly string[] };

const closing = '</think>';

/**
 * A model that writes scripted texts, token by token, all completions in step: for tests of what strategies do with given
 * traces. Its words are its tokens; `</think>` closes the thought, and `Wait` is another word of it.
 */
export function scriptedModel(script: Script): ScriptedModel {
  const {
    completions,
    capabilities,
    failAfter = Infinity,
    breathe,
    value = () => 0.5,
    logprob = () => -0.5,
    context = 4096,
    stepEnds = [';'],
    judges = true,
    id: modelId = 'scripted',
  } = script;
  const vocabulary: string[] = [...(script.vocabulary ?? [])];
  const ids = new Map<string, TokenId>(vocabulary.map((word, place) => [word, place]));
  const prompts: string[] = [];
  let usage: Usage = noUsage;
  const id = (word: string): TokenId => {
    const known = ids.get(word) ?? vocabulary.push(word) - 1;
    ids.set(word, known);
    return known;
  };
  const encode = (text: string) => text.split(/\s+/).filter(Boolean).map(id);
  const decode = (tokens: readonly TokenId[]) => tokens.map((token) => vocabulary[token]).join(' ');
  const write = (request: ScriptRequest) =>
    typeof completions === 'function'
      ? completions(request)
      : completions[request.index % completions.length]!;
  const logged = (token: TokenId, role: TokenRole, forced = false): LoggedToken => ({
    id: token,
    text: vocabulary[token]!,
    placement: 'word',
    role,
    logprob: role === 'prompt' ? null : -0.5,
    forced,
    alternatives: [],
  });
  /** The role of the last token. */
  const role = (tokens: readonly TokenId[]): TokenRole => {
    const words = tokens.map((token) => vocabulary[token]!);
    const before = words.slice(0, -1);
    if (!before.includes('think') || before.includes(closing)) return 'answer';
    return words.at(-1) === 'Wait' ? 'wait' : 'thought';
  };

  async function* sample(
    ...[prefix, options, signal]: Parameters<LanguageModel['sample']>
  ): AsyncGenerator<SampleEvent> {
    const { n = 1, firstIndex = 0, maxTokens, forced = [], stop = [], temperature, recalled = [] } = options;
    const request = prompts.length;
    prompts.push(decode(prefix));
    const common = { prefix: decode([...prefix, ...forced]), request, temperature };
    const written = Array.from({ length: n }, (_, index) =>
      encode(write({ ...common, index: firstIndex + index })),
    );
    const open = new Set(written.keys());
    for (let place = 0; open.size > 0; place++) {
      await breathe?.();
      usage = { ...usage, forwards: usage.forwards + 1 };
      for (const index of open) {
        await Promise.resolve();
        signal.throwIfAborted();
        const given = place < forced.length;
        const token = given ? forced[place] : written[index]![place - forced.length];
        const full = prefix.length + place >= context;
        if (token === undefined || full || place === maxTokens + forced.length) {
          open.delete(index);
          yield {
            type: 'end',
            index,
            reason: token === undefined ? 'end-of-text' : full ? 'context' : 'length',
          };
          continue;
        }
        const before = [...forced, ...written[index]!].slice(0, place);
        const known = recalled[place];
        if (!known) {
          if (usage.decodedTokens >= failAfter)
            throw new PolicyError({ code: 'kernel-failed', why: { kind: 'stopped' } });
          usage = { ...usage, decodedTokens: usage.decodedTokens + 1 };
        }
        yield {
          type: 'token',
          index,
          token: known ?? logged(token, role([...prefix, ...before, token]), given),
        };
        if (given || !stop.some((text) => vocabulary[token]!.endsWith(text))) continue;
        open.delete(index);
        yield { type: 'end', index, reason: 'stop' };
      }
    }
  }

  const values: Values = {
    evaluate(prefixes, signal) {
      if (signal.aborted) return Promise.reject(signal.reason as Error);
      return Promise.resolve(prefixes.map((prefix) => value(decode(prefix))));
    },
  };
  return {
    prompts,
    info: {
      id: modelId,
      name: 'Scripted',
      weightsSha256: '0'.repeat(64),
      families: ['countdown', 'arithmetic', 'question'],
      capabilities: { valueHead: false, fewShot: true, instructions: true, judge: judges, ...capabilities },
      context,
      stepEnds,
      thinking: { open: '<think>', close: closing, endOfText: '<eos>' },
      ...(script.vocabulary ? { vocabulary: script.vocabulary } : {}),
      ...(judges ? { verdicts: { yes: 'Yes', no: 'No' } } : {}),
    },
    prompt(problem, style) {
      switch (style.kind) {
        case 'answer-only':
          return encode(`${problem.family} answer`);
        case 'think':
          return encode(`${problem.family} think ${style.effort}`);
        case 'steps':
          return encode(`${problem.family} think low`);
        case 'few-shot':
          if (capabilities?.fewShot === false)
            throw new PolicyError({ code: 'unsupported', why: { kind: 'examples', model: 'Scripted' } });
          return encode(
            style.examples.map((example) => `${example.question} ${workedText(example)}`).join(' '),
          );
        case 'ask':
          return encode(`${style.words} ${style.begin ?? ''}`);
        case 'judge':
          return encode(yesNoQuestion(problem, stepTexts(style.steps), style.finished));
        case 'value':
          return encode(valueQuestion(problem, stepTexts(style.steps), style.finished));
      }
    },
    encode,
    decode,
    describe: (tokens) => tokens.map((token) => logged(token, 'prompt')),
    sample,
    scoring: {
      score(prefix, continuation, signal) {
        if (signal.aborted) return Promise.reject(signal.reason as Error);
        return Promise.resolve(
          continuation.map((token, place) =>
            logprob(decode([...prefix, ...continuation.slice(0, place)]), vocabulary[token]!),
          ),
        );
      },
    },
    ...(capabilities?.valueHead ? { values } : {}),
    usage: () => usage,
    close: () => undefined,
  };
}
