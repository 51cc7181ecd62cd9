import type { LoggedToken, Usage } from '../../run/events.ts';
import { noUsage } from '../../run/events.ts';
import type { LanguageModel, ModelCapabilities, SampleEvent, TokenId } from '../language-model.ts';
import { PolicyError } from '../policy-error.ts';

export interface Script {
  /** Completion texts, handed out by index and round again when they run out; words are tokens. */
  readonly completions: readonly string[];
  readonly capabilities?: Partial<ModelCapabilities>;
  /** Throws in place of the token with this number, counted over all completions. */
  readonly failAfter?: number;
  /** Awaited before each forward: lets a test's messages through. */
  readonly breathe?: () => Promise<void>;
}

/**
 * A model that says what it was told to, token by token, all completions in step: for tests of what strategies do with
 * given traces. Its words are its tokens; `</think>` closes the thought.
 */
export function scriptedModel({ completions, capabilities, failAfter = Infinity, breathe }: Script): LanguageModel & { readonly prompts: readonly string[] } {
  const vocabulary: string[] = [];
  const prompts: string[] = [];
  let usage: Usage = noUsage;
  const id = (word: string): TokenId => {
    const known = vocabulary.indexOf(word);
    return known >= 0 ? known : vocabulary.push(word) - 1;
  };
  const encode = (text: string) => text.split(/\s+/).filter(Boolean).map(id);
  const decode = (tokens: readonly TokenId[]) => tokens.map((token) => vocabulary[token]).join(' ');
  const logged = (token: TokenId, role: LoggedToken['role']): LoggedToken => ({
    id: token,
    text: vocabulary[token]!,
    placement: 'word',
    role,
    logprob: role === 'prompt' ? null : -0.5,
    forced: false,
    alternatives: [],
  });

  async function* sample(...[prefix, { n = 1, firstIndex = 0, maxTokens }, signal]: Parameters<LanguageModel['sample']>): AsyncGenerator<SampleEvent> {
    const prompt = decode(prefix);
    prompts.push(prompt);
    const traces = Array.from({ length: n }, (_, index) => encode(completions[(firstIndex + index) % completions.length]!));
    const open = new Set(traces.keys());
    for (let place = 0; open.size > 0; place++) {
      await breathe?.();
      usage = { ...usage, forwards: usage.forwards + 1 };
      for (const index of open) {
        await Promise.resolve();
        signal.throwIfAborted();
        const token = traces[index]![place];
        if (token === undefined || place === maxTokens) {
          open.delete(index);
          yield { type: 'end', index, reason: token === undefined ? 'end-of-text' : 'length' };
          continue;
        }
        if (usage.decodedTokens >= failAfter) throw new PolicyError('kernel-failed', 'The script ran into its error.', 'Nothing: it was meant to.');
        usage = { ...usage, decodedTokens: usage.decodedTokens + 1 };
        const thinking = prompt.includes('think') && !traces[index]!.slice(0, place).includes(id('</think>'));
        yield { type: 'token', index, token: logged(token, thinking ? 'thought' : 'answer') };
      }
    }
  }

  return {
    prompts,
    info: {
      id: 'scripted',
      name: 'Scripted',
      weightsSha256: '0'.repeat(64),
      families: ['countdown', 'arithmetic'],
      capabilities: { valueHead: false, fewShot: true, instructions: true, ...capabilities },
      context: 4096,
      stepEnds: [';'],
    },
    prompt(problem, style) {
      switch (style.kind) {
        case 'answer-only':
          return encode(`${problem.family} answer`);
        case 'think':
          return encode(`${problem.family} think ${style.effort}`);
        case 'few-shot':
          if (capabilities?.fewShot === false) throw new PolicyError('unsupported', 'No examples.', 'Pick another strategy.');
          return encode(style.examples.map((example) => `${example.question} ${example.worked}`).join(' '));
      }
    },
    encode,
    decode,
    describe: (tokens) => tokens.map((token) => logged(token, 'prompt')),
    sample,
    score: (_prefix, continuation) => Promise.resolve(continuation.map(() => -0.5)),
    evaluate: (prefixes) => Promise.resolve(prefixes.map(() => 0.5)),
    usage: () => usage,
    close: () => undefined,
  };
}
