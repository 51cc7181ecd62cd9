import * as v from 'valibot';
import { PolicyError } from '../policy-error.ts';
import { anyWords, begunAlphabet } from '../prompts/probe.ts';
import { listOf } from './list-models.ts';
import { chatProbe, completionProbe, greedy, type Endpoint } from './probe-requests.ts';
import { namedTokens, type ReplyChoice, replySchema, saidBy } from './reply-schema.ts';
import { thinkingFields } from './requests.ts';
import { scoresOf, scoringRequest } from './scoring.ts';
import type { ServerConnection, ServerRequest } from './server-connection.ts';
import type { ListedModel, ServerAbilities } from './server.ts';
import { ServerTemplate } from './template.ts';
import { marksIn } from './thinking-marks.ts';

/** Alternatives that the page shows with a token. */
const alternatives = 5;

/**
 * Finds out what a model on a server can do, by asking it: about ten requests of a few tokens each. What is refused is not there;
 * rejects with PolicyError `server-failed` where neither interface answers, or the server itself is the trouble.
 */
export async function probeModel(
  server: ServerConnection,
  model: string,
  signal: AbortSignal,
): Promise<ServerAbilities> {
  const probe = new Probe(server, model, signal);
  const listed = await probe.listed();
  const text = await probe.endpoint(completionProbe(model));
  const own = listed?.trained ? 'apply-template' : null;
  const template = text ? (own ?? (await probe.template())) : null;
  const chat = text && template ? null : await probe.endpoint(chatProbe(model));
  const answering = text && (template || !chat) ? text : (chat ?? text);
  if (!answering) throw probe.lastTrouble ?? server.failed({ kind: 'no-interface' });
  const byText = answering === text;
  const thinking = byText
    ? await probe.thinkingByTemplate(listed, template)
    : await probe.thinkingByChat(answering);
  return {
    context: listed?.context ?? null,
    completions: text !== null,
    chat: chat !== null || template !== null,
    template,
    continuesReply: byText ? null : await probe.continues(answering),
    logprobs: answering.logprobs,
    seeded: await probe.seeded(answering),
    several: await probe.several(answering),
    keepsStop: await probe.keepsStop(answering),
    narrows: await probe.narrows(answering),
    scores: byText && answering.logprobs !== null && (await probe.scores(template)),
    thinking: thinking.marks,
    thinkingSwitch: thinking.way,
    trained: listed?.trained ?? null,
  };
}

type Thinking = {
  readonly marks: ServerAbilities['thinking'];
  readonly way: ServerAbilities['thinkingSwitch'];
};
const noThinking: Thinking = { marks: null, way: null };

/** An interface that answers. */
interface Answering extends Pick<Endpoint, 'request'> {
  /** Alternatives with each token; null where it gives no log-probabilities. */
  readonly logprobs: number | null;
}

class Probe {
  lastTrouble: PolicyError | null = null;
  private readonly sent = { requests: 0, retries: 0 };

  constructor(
    private readonly server: ServerConnection,
    private readonly model: string,
    private readonly signal: AbortSignal,
  ) {}

  /** What the list says of the model. A server without a list may still serve it. */
  async listed(): Promise<ListedModel | null> {
    const models = await this.unlessRefused(() => listOf(this.server, this.signal));
    return models?.find(({ name }) => name === this.model) ?? null;
  }

  async endpoint(endpoint: Endpoint): Promise<Answering | null> {
    const [choice] = (await this.choices(endpoint.request(greedy, endpoint.logprobs(alternatives)))) ?? [];
    if (choice) {
      const likely = Math.max(0, ...namedTokens(choice).map((token) => token.likely.length));
      return {
        ...endpoint,
        logprobs: namedTokens(choice).length > 0 ? Math.min(likely, alternatives) : null,
      };
    }
    const [plain] = (await this.choices(endpoint.request(greedy))) ?? [];
    return plain ? { request: endpoint.request, logprobs: null } : null;
  }

  async template(): Promise<ServerAbilities['template']> {
    for (const way of ['apply-template', 'tokenize'] as const) {
      const rendered = await this.rendered(way, true);
      if (rendered !== null && rendered.includes(anyWords)) return way;
    }
    return null;
  }

  private rendered(way: NonNullable<ServerAbilities['template']>, thinks: boolean): Promise<string | null> {
    const template = new ServerTemplate(this.server, this.model, way);
    return this.unlessRefused(() => template.render(anyWords, thinks, this.signal));
  }

  /** Templates name the tags: where they open a thought, or where they shut one for a reply without. */
  async thinkingByTemplate(listed: ListedModel | null, way: ServerAbilities['template']): Promise<Thinking> {
    if (listed?.trained) return { marks: listed.trained.thinking, way: 'template' };
    if (way === null) return noThinking;
    const marks = marksIn(`${await this.rendered(way, true)} ${await this.rendered(way, false)}`);
    return marks ? { marks, way: 'template' } : noThinking;
  }

  async thinkingByChat(chat: Answering): Promise<Thinking> {
    const marksOf = (choice: ReplyChoice | undefined): ServerAbilities['thinking'] => {
      const { thought, text } = choice ? saidBy(choice) : { thought: '', text: '' };
      return thought === '' ? marksIn(text) : 'field';
    };
    const [usual] = (await this.choices(chat.request({ ...greedy, max_tokens: 48 }))) ?? [];
    const marks = marksOf(usual);
    if (!marks) return noThinking;
    for (const way of ['template', 'effort'] as const) {
      const fields = { ...greedy, max_tokens: 24, ...thinkingFields(false, way) };
      const [choice] = (await this.choices(chat.request(fields))) ?? [];
      if (choice && marksOf(choice) === null && saidBy(choice).text.trim() !== '') return { marks, way };
    }
    return { marks, way: null };
  }

  /** Whether a chat goes on from a reply that was begun: the next letter of the alphabet is the one after those given. */
  async continues(chat: Answering): Promise<ServerAbilities['continuesReply']> {
    const messages = [
      { role: 'user', content: begunAlphabet.words },
      { role: 'assistant', content: begunAlphabet.begun },
    ];
    const asked = { add_generation_prompt: false, continue_final_message: true };
    for (const [way, fields] of [
      ['by-itself', {}],
      ['asked', asked],
    ] as const) {
      const request = chat.request({ ...greedy, ...thinkingFields(false, 'template'), messages, ...fields });
      const [choice] = (await this.choices(request)) ?? [];
      if (choice && begunAlphabet.goesOn.test(saidBy(choice).text)) return way;
    }
    return null;
  }

  async seeded(endpoint: Answering): Promise<boolean> {
    const fields = { temperature: 1, seed: 20_240_817, max_tokens: 16 };
    const first = await this.text(endpoint, fields);
    return first !== null && first !== '' && first === (await this.text(endpoint, fields));
  }

  async several(endpoint: Answering): Promise<boolean> {
    const choices = await this.choices(endpoint.request({ ...greedy, temperature: 1, n: 2, max_tokens: 2 }));
    return new Set(choices?.map(({ index }) => index ?? 0)).size === 2;
  }

  /** Asks for a stop at a text that it would write anyway. */
  async keepsStop(endpoint: Answering): Promise<boolean> {
    const whole = (await this.text(endpoint, { ...greedy, max_tokens: 12 }))?.trim() ?? '';
    const stop = whole.slice(1, -1).trim().slice(0, 2).trim();
    if (stop === '') return false;
    const fields = { ...greedy, max_tokens: 12, stop: [stop], include_stop_str_in_output: true };
    return (await this.text(endpoint, fields))?.trimEnd().endsWith(stop) === true;
  }

  /** With one token to choose from even a high temperature draws what a low one would. */
  async narrows(endpoint: Answering): Promise<boolean> {
    const usual = await this.text(endpoint, greedy);
    const narrow = { ...greedy, temperature: 2, top_k: 1, min_p: 0.001, seed: 3 };
    return usual !== null && usual !== '' && usual === (await this.text(endpoint, narrow));
  }

  async scores(template: ServerAbilities['template']): Promise<boolean> {
    const request = scoringRequest({ address: '', name: this.model }, { template }, '1 2 3 4');
    const choices = await this.choices(request);
    return choices !== null && scoresOf({ choices }, [' 3', ' 4']) !== null;
  }

  private async text(endpoint: Answering, fields: object): Promise<string | null> {
    const [choice] = (await this.choices(endpoint.request(fields))) ?? [];
    if (!choice) return null;
    const { thought, text } = saidBy(choice);
    return thought + text;
  }

  /** Null where the server refuses, or answers what is no reply. */
  private async choices(request: ServerRequest): Promise<ReplyChoice[] | null> {
    const answer = await this.unlessRefused(() => this.server.json(request, this.sent, this.signal));
    const read = v.safeParse(replySchema, answer);
    return read.success && read.output.choices.length > 0 ? read.output.choices : null;
  }

  private async unlessRefused<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof PolicyError) || error.failure.code !== 'server-failed') throw error;
      if (!refusals.has(error.failure.why.kind)) throw error;
      this.lastTrouble = error;
      return null;
    }
  }
}

/** What says that a server cannot do something; all else says that it is not to be reached, or not with this key or model. */
const refusals: ReadonlySet<string> = new Set([
  'refused',
  'no-interface',
  'broken',
  'malformed',
  'forbidden',
]);
