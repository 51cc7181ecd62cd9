import * as v from 'valibot';
import type { LoggedToken, Usage } from '#run/events.ts';
import type {
  LanguageModel,
  ModelInfo,
  SampleEvent,
  SampleOptions,
  Scoring,
  TokenId,
} from '../language-model.ts';
import { mergeIterables } from '../merge-iterables.ts';
import { PolicyError } from '../policy-error.ts';
import { finalAnswerBegin } from '../prompts/answer.ts';
import { abortError } from '../runtime/abort.ts';
import { emptyPrefix, promptTooLong } from '../runtime/failures.ts';
import { ConversationWords } from './conversation.ts';
import { Draft } from './draft.ts';
import { remoteModel } from './remote-model.ts';
import { type ServerReply, replySchema, type ReplyUsage, saidBy } from './reply-schema.ts';
import { type RequestedCompletions, completionRequest, promptText } from './requests.ts';
import { scoresOf, scoringRequest } from './scoring.ts';
import type { ServerConnection } from './server-connection.ts';
import { goesOnFrom, type ServerAbilities, usesCompletions } from './server.ts';
import { type ServerModel, serverModelId } from './server-model.ts';
import { Spent } from './spent.ts';
import type { ServerTemplate } from './template.ts';
import { PassingTrouble } from './trouble.ts';

/** Tokens of a sequence where the server does not say how many there may be. */
const usualContext = 16_384;
/** How often a reply may break off before it counts as a failure. */
const mostBreaks = 4;
/** Completions of one request, at most. */
const mostTogether = 16;

export interface RemoteParts {
  readonly server: ServerConnection;
  readonly model: ServerModel;
  readonly found: ServerAbilities;
  /** Null where the server does not say what its template makes of a conversation. */
  readonly template: ServerTemplate | null;
  /** A monotonic clock, in seconds. */
  readonly now: () => number;
}

/** A model on a server as a language model: texts for tokens, requests for forwards. */
export class RemoteLanguageModel implements LanguageModel {
  readonly info: ModelInfo;
  readonly scoring?: Scoring;
  private readonly words: ConversationWords;
  private readonly spent = new Spent();
  private readonly goesOn: boolean;

  constructor(private readonly parts: RemoteParts) {
    const { found, model } = parts;
    this.info = infoOf(model, found);
    this.goesOn = goesOnFrom(found);
    const { thinking } = this.info;
    this.words = new ConversationWords(this.info.name, thinking ?? null, this.goesOn, found.trained !== null);
    if (found.scores && usesCompletions(found)) this.scoring = { score: (...asked) => this.score(...asked) };
  }

  prompt(...[problem, style]: Parameters<LanguageModel['prompt']>): readonly TokenId[] {
    return this.words.prompt(problem, style);
  }

  encode(text: string): readonly TokenId[] {
    return this.words.encode(text);
  }

  decode(tokens: readonly TokenId[]): string {
    return this.words.decode(tokens);
  }

  describe(tokens: readonly TokenId[]): readonly LoggedToken[] {
    return this.words.describe(tokens);
  }

  usage(): Usage {
    return this.spent.usage;
  }

  close(): void {}

  async *sample(
    prefix: readonly TokenId[],
    options: SampleOptions,
    signal: AbortSignal,
  ): AsyncGenerator<SampleEvent> {
    const { n = 1, forced = [], recalled = [] } = options;
    if (prefix.length === 0) throw emptyPrefix();
    if (prefix.length + forced.length > this.info.context)
      throw promptTooLong(prefix.length + forced.length, this.info.name, this.info.context);
    for (const token of recalled) this.words.learn(token);
    const given = this.words.describe([...prefix, ...forced]).slice(prefix.length);
    if (given.length > 0) this.mustGoOn();
    const { part } = this.words.read([...prefix, ...forced]);
    const drafts = Array.from({ length: n }, (_, index) => new Draft(index, this.words, options, part));
    for (const { index } of drafts)
      for (const [place, token] of given.entries())
        yield { type: 'token', index, token: recalled[place] ?? { ...token, forced: true } };
    for (const draft of drafts)
      for (const token of recalled.slice(given.length)) {
        draft.recall(token);
        yield { type: 'token', index: draft.index, token };
      }
    const start = [...prefix, ...forced];
    const together = recalled.length === 0 && n > 1 && this.drawsTogether(options);
    const groups = together ? chunked(drafts, mostTogether) : drafts.map((draft) => [draft]);
    yield* merged(groups.map((group) => this.draw(group, start, options, signal)));
  }

  /** One request may draw several, unless each is to be left as soon as it comes to its stop. */
  private drawsTogether({ stop = [] }: SampleOptions): boolean {
    const { found } = this.parts;
    return found.several && (found.keepsStop || stop.length === 0);
  }

  /** Draws completions to their ends, going on where a reply breaks off. */
  private async *draw(
    drafts: readonly Draft[],
    start: readonly TokenId[],
    options: SampleOptions,
    signal: AbortSignal,
  ): AsyncGenerator<SampleEvent> {
    let open = drafts.filter(({ end }) => end === null);
    for (const { index, end } of drafts) if (end !== null) yield { type: 'end', index, reason: end };
    for (let breaks = 0; open.length > 0;) {
      const full = open.find(({ left }) => left <= 0);
      if (full) full.end = 'length';
      else {
        try {
          yield* this.ask(open, start, options, signal);
          // A stream that ended without saying how is over all the same.
          for (const draft of open) draft.end ??= 'end-of-text';
        } catch (error) {
          if (signal.aborted) throw abortError(signal);
          if (!(error instanceof PassingTrouble)) throw error;
          breaks += 1;
          if (breaks >= mostBreaks) throw this.parts.server.failed(error.why(breaks), error);
          if (open.length > 1) {
            const rest = open.filter(({ end }) => end === null);
            for (const { index, end } of open) if (end !== null) yield { type: 'end', index, reason: end };
            yield* merged(rest.map((draft) => this.draw([draft], start, options, signal)));
            return;
          }
        }
      }
      for (const { index, end } of open) if (end !== null) yield { type: 'end', index, reason: end };
      open = open.filter(({ end }) => end === null);
    }
  }

  /** One request for all of them, which have written nothing yet, or are one. */
  private async *ask(
    drafts: readonly Draft[],
    start: readonly TokenId[],
    options: SampleOptions,
    signal: AbortSignal,
  ): AsyncGenerator<SampleEvent> {
    const { server, found, model, template } = this.parts;
    const [first] = drafts;
    if (!first) return;
    const conversation = this.words.read(start);
    const begun = first.text !== '' && this.goesOn;
    if (first.text !== '' && !begun) first.fromTheStart();
    const asked: RequestedCompletions = {
      conversation: begun ? { ...conversation, reply: conversation.reply + first.text } : conversation,
      rendered: template ? await template.render(conversation.user, conversation.thinks, signal) : null,
      options,
      maxTokens: begun ? first.left : options.maxTokens,
      n: drafts.length,
      index: first.index,
    };
    const request = completionRequest(model, found, asked);
    const byIndex = new Map(drafts.map((draft, place) => [place, draft]));
    const before = drafts.reduce((sum, { drawn }) => sum + drawn, 0);
    const began = this.parts.now();
    let usage: ReplyUsage | null = null;
    let writesOn = false;
    try {
      const events = server.events(request, this.spent, mostBytes(options, drafts.length), signal);
      for await (const event of events) {
        const reply = this.read(event);
        usage = reply.usage ?? usage;
        for (const choice of reply.choices) {
          const draft = byIndex.get(choice.index ?? 0);
          if (draft?.end !== null) {
            const { thought, text } = saidBy(choice);
            writesOn ||= thought + text !== '';
            continue;
          }
          for (const token of draft.take(choice)) yield { type: 'token', index: draft.index, token };
          if (draft.strayed) throw server.failed({ kind: 'other-text' });
        }
        // The usage comes last; but what a server writes behind a stop that it does not know would have to be paid for.
        const over = drafts.every(({ end }) => end !== null);
        writesOn ||= !found.keepsStop && first.end === 'stop' && isOpen(reply);
        if (over && (usage !== null || writesOn)) break;
      }
    } finally {
      this.spent.took(this.parts.now() - began);
      const drawn = drafts.reduce((sum, draft) => sum + draft.drawn, 0) - before;
      if (usage !== null) this.spent.counted(usage);
      else if (drawn > 0) this.spent.estimated(promptText(asked), drawn);
    }
  }

  private async score(
    prefix: readonly TokenId[],
    continuation: readonly TokenId[],
    signal: AbortSignal,
    temperature = 1,
  ): Promise<readonly number[]> {
    const { server, model, found, template } = this.parts;
    if (temperature !== 1)
      throw new PolicyError({ code: 'unsupported', why: { kind: 'no-scoring', model: this.info.name } });
    if (continuation.length === 0) return [];
    const conversation = this.words.read(prefix);
    const rendered = template ? await template.render(conversation.user, conversation.thinks, signal) : null;
    const begun = promptText({ conversation, rendered });
    const texts = continuation.map((id) => this.words.decode([id]));
    const began = this.parts.now();
    const reply = this.read(
      await server.json(scoringRequest(model, found, begun + texts.join('')), this.spent, signal),
    );
    this.spent.took(this.parts.now() - began);
    if (reply.usage) this.spent.counted({ ...reply.usage, completion_tokens: 0 });
    const scores = scoresOf(reply, texts);
    if (!scores) throw server.malformed('logprobs');
    return scores;
  }

  private read(event: unknown): ServerReply {
    const read = v.safeParse(replySchema, event);
    if (read.success) return read.output;
    throw this.parts.server.malformed(v.getDotPath(read.issues[0]) ?? 'choices');
  }

  /** Throws PolicyError `unsupported` where the server writes whole replies only. */
  private mustGoOn(): void {
    if (!this.goesOn)
      throw new PolicyError({ code: 'unsupported', why: { kind: 'going-on', model: this.info.name } });
  }
}

/** The server has not said that it is at the end. */
const isOpen = ({ choices }: ServerReply): boolean =>
  choices.some(({ finish_reason: reason }) => reason === null || reason === undefined);

/** What all tokens may take with their alternatives, as JSON. */
function mostBytes({ maxTokens, alternatives = 0 }: SampleOptions, n: number): number {
  return 100_000 + n * (maxTokens + 16) * (2_000 + 400 * alternatives);
}

function infoOf(model: ServerModel, found: ServerAbilities): ModelInfo {
  const id = serverModelId(model) ?? '';
  const handle = remoteModel(id, found);
  if (!handle)
    throw new PolicyError({ code: 'model-not-found', why: { kind: 'unlisted', model: model.name } });
  const { families, capabilities } = handle;
  const { trained } = found;
  const marks = found.thinking === 'field' ? usualMarks : found.thinking;
  return {
    id,
    name: handle.name,
    // Nobody can tell which weights a server has.
    weightsSha256: '',
    families,
    capabilities,
    context: found.context ?? usualContext,
    stepEnds: trained?.stepEnds ?? ['\n\n'],
    verdicts: trained?.verdicts ?? { yes: 'Yes', no: 'No' },
    ...(marks
      ? {
          thinking: {
            ...marks,
            endOfText: '<|end|>',
            closing: trained ? marks.close : `\n${marks.close}\n\n`,
            ...(trained ? {} : { answerBegin: finalAnswerBegin }),
          },
        }
      : {}),
  };
}

/** A thought that comes in a field of its own is shown, and handed back where it is to go on, in the tags that most models have. */
const usualMarks = { open: '<think>', close: '</think>' } as const;

function chunked<T>(items: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, at) =>
    items.slice(at * length, (at + 1) * length),
  );
}

async function* merged(parts: readonly AsyncIterable<SampleEvent>[]): AsyncGenerator<SampleEvent> {
  for await (const batch of mergeIterables(parts)) for (const { item } of batch) yield item;
}
