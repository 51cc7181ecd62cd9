import type { Problem } from '#experiment/problem.ts';
import type { LoggedToken, TokenRole } from '#run/events.ts';
import type { PromptStyle, TokenId } from '../language-model.ts';
import { PolicyError } from '../policy-error.ts';
import {
  answerAtOnce,
  chainOfThoughtBegin,
  inSteps,
  likeExamples,
  stepsBegin,
  thinkFirst,
} from '../prompts/answer.ts';
import { stepTexts, valueQuestion, yesNoQuestion } from '../prompts/judge.ts';
import type { ThinkingMarks } from './server.ts';
import { TextTokens, wordPieces } from './text-tokens.ts';

/** What a sequence of tokens says, as a server is asked it. */
export interface Conversation {
  readonly user: string;
  /** The reply may begin with a thought. */
  readonly thinks: boolean;
  /** The reply as far as it was begun, tags included. */
  readonly reply: string;
}

/** Marks that no text has. */
const mark = { user: 1, reply: 2, thinkingReply: 3, open: 4, close: 5 } as const;

/** How the reply's text goes on: inside of the thought or after it. */
export type ReplyPart = 'thought' | 'answer';

/**
 * The words of a model on a server: what the user says and how the reply begins are tokens with marks between them, and the
 * server's own template is the server's business.
 */
export class ConversationWords {
  private readonly tokens = new TextTokens();

  /**
   * @param tags null for a model that marks no thoughts.
   * @param begins whether a reply can be begun for it.
   * @param trained it knows one kind of problem: its steps are a thought, and it has no words to begin a reply with.
   */
  constructor(
    readonly model: string,
    readonly tags: ThinkingMarks | null,
    private readonly begins: boolean,
    private readonly trained: boolean,
  ) {}

  prompt(problem: Problem, style: PromptStyle): readonly TokenId[] {
    const { user, begin = '', thinks = false } = this.asked(problem, style);
    const thought = thinks && this.tags && this.begins ? [mark.open] : [];
    return [
      mark.user,
      ...wordPieces(user).map((piece) => this.tokens.id(piece)),
      thinks ? mark.thinkingReply : mark.reply,
      ...thought,
      ...(this.begins && !this.trained ? this.encode(begin) : []),
    ];
  }

  /** As WebLLM's models are asked: see `webllm/text/codec.ts`. */
  private asked(
    problem: Problem,
    style: PromptStyle,
  ): { readonly user: string; readonly begin?: string; readonly thinks?: boolean } {
    switch (style.kind) {
      case 'answer-only':
        return { user: answerAtOnce(problem) };
      case 'think':
        return this.tags
          ? { user: thinkFirst(problem, style.effort), thinks: true }
          : { user: thinkFirst(problem, style.effort), begin: chainOfThoughtBegin };
      case 'steps':
        return { user: inSteps(problem), begin: stepsBegin, thinks: this.trained };
      case 'few-shot':
        return { user: likeExamples(problem, style.examples) };
      case 'ask':
        return { user: style.words, ...(style.begin === undefined ? {} : { begin: style.begin }) };
      case 'judge':
        return { user: yesNoQuestion(problem, stepTexts(style.steps), style.finished) };
      case 'value':
        return { user: valueQuestion(problem, stepTexts(style.steps), style.finished) };
    }
  }

  encode(text: string): readonly TokenId[] {
    const { tags } = this;
    const parts = tags ? splitAt(text, [tags.open, tags.close]) : [text];
    return parts.flatMap((part) => {
      if (part === tags?.open) return [mark.open];
      if (part === tags?.close) return [mark.close];
      // Words of models that know one kind of problem stand apart.
      const apart = (piece: string) => (this.trained && !/^\s/.test(piece) ? ` ${piece}` : piece);
      return wordPieces(part).map((piece) => this.tokens.id(apart(piece)));
    });
  }

  id(text: string): TokenId {
    return this.tokens.id(text);
  }

  learn(token: LoggedToken): void {
    this.tokens.learn(token);
  }

  decode(tokens: readonly TokenId[]): string {
    return tokens.map((id) => this.text(id)).join('');
  }

  describe(tokens: readonly TokenId[]): readonly LoggedToken[] {
    const reader = new RoleReader();
    return tokens.map((id) => ({
      id,
      text: this.text(id),
      placement: 'joined',
      role: reader.read(id, this.text(id)),
      logprob: null,
      forced: false,
      alternatives: [],
    }));
  }

  /** What the tokens say, and where in the reply they end. */
  read(tokens: readonly TokenId[]): Conversation & { readonly part: ReplyPart } {
    const begin = tokens.findIndex((id) => id === mark.reply || id === mark.thinkingReply);
    const reader = new RoleReader();
    for (const id of tokens) reader.read(id, this.text(id));
    return {
      user: this.said(begin < 0 ? tokens : tokens.slice(0, begin)),
      thinks: tokens[begin] === mark.thinkingReply,
      reply: begin < 0 ? '' : this.said(tokens.slice(begin + 1)),
      part: reader.part === 'thought' ? 'thought' : 'answer',
    };
  }

  /** Control tokens that a reply holds. */
  control(which: 'open' | 'close'): LoggedToken {
    const id = mark[which];
    return {
      id,
      text: this.text(id),
      placement: 'joined',
      role: 'control',
      logprob: null,
      forced: false,
      alternatives: [],
    };
  }

  private said(tokens: readonly TokenId[]): string {
    return tokens.map((id) => (id < mark.open ? '' : this.text(id))).join('');
  }

  /** Throws PolicyError `unknown-token`. */
  private text(id: TokenId): string {
    switch (id) {
      case mark.user:
        return '<|user|>';
      case mark.reply:
      case mark.thinkingReply:
        return '<|reply|>';
      case mark.open:
        return this.tags?.open ?? '';
      case mark.close:
        return this.tags?.close ?? '';
      default: {
        const text = this.tokens.text(id);
        if (text !== undefined) return text;
        throw new PolicyError({ code: 'unknown-token', why: { kind: 'id', token: id, model: this.model } });
      }
    }
  }
}

/** Tells the roles of tokens one after the other. */
class RoleReader {
  part: TokenRole = 'prompt';
  private isFirst = true;

  read(id: TokenId, text: string): TokenRole {
    const first = this.isFirst;
    this.isFirst = false;
    switch (id) {
      case mark.user:
        return 'control';
      case mark.reply:
      case mark.thinkingReply:
        this.part = 'answer';
        return 'control';
      case mark.open:
        // A thought that is described by itself begins with its tag.
        if (first || this.part !== 'prompt') this.part = 'thought';
        return 'control';
      case mark.close:
        if (this.part !== 'prompt') this.part = 'answer';
        return 'control';
      default:
        return roleOf(this.part, text);
    }
  }
}

/** The role of a text in a part of the reply. */
export function roleOf(part: TokenRole, text: string): TokenRole {
  return part === 'thought' && /^\s*wait\W*$/i.test(text) ? 'wait' : part;
}

/** The text in parts, each a separator or what stands between two. */
function splitAt(text: string, separators: readonly string[]): readonly string[] {
  const found = separators
    .map((separator) => ({ separator, at: text.indexOf(separator) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0];
  if (!found) return text === '' ? [] : [text];
  const { separator, at } = found;
  return [
    ...(at > 0 ? [text.slice(0, at)] : []),
    separator,
    ...splitAt(text.slice(at + separator.length), separators),
  ];
}
