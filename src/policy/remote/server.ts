import type { Family } from '#experiment/problem.ts';
import type { ServerModel } from './server-model.ts';

/** How a server is asked. Lives in memory; the key goes nowhere but into the header of a request to this address. */
export interface ServerAccess {
  readonly address: string;
  readonly key: string | null;
  /** Requests in flight at once, at most. */
  readonly concurrency: number;
}

/** A person may set another number. vLLM and SGLang batch hundreds; a server at home queues what is more than it has room for. */
export const usualConcurrency = 16;
export const mostConcurrency = 256;

/** A server that a person agreed to have asked: nothing is sent to any other. */
export interface AgreedServer extends ServerAccess {
  /** Those that were looked at, by their names there. One that was not is looked at when it is opened. */
  readonly abilities: Readonly<Record<string, ServerAbilities>>;
}

/** A server as the page remembers it, which is without its key. */
export interface KnownServer extends Omit<AgreedServer, 'key'> {
  /** What the person calls it; its host unless they say. */
  readonly label: string;
  /** As the server listed them last. */
  readonly models: readonly ListedModel[];
}

/** A model in a server's list. */
export interface ListedModel extends Pick<ServerModel, 'name'> {
  /** Tokens that prompt and completion may have together; null where the server does not say. */
  readonly context: number | null;
  readonly trained?: TrainedFacts;
}

/** What `serve` of this project says of models that know one kind of problem and follow no instructions. */
export interface TrainedFacts {
  readonly families: readonly Family[];
  readonly capabilities: { readonly judge: boolean; readonly value: boolean };
  /** Texts that end a reasoning step. */
  readonly stepEnds: readonly string[];
  readonly thinking: ThinkingMarks;
  readonly verdicts: { readonly yes: string; readonly no: string };
}

/** What a few cheap requests found out about a model on a server. */
export interface ServerAbilities {
  readonly context: number | null;
  /** `/completions` goes on from any text. */
  readonly completions: boolean;
  /** `/chat/completions` answers. */
  readonly chat: boolean;
  /** How the server says what its chat template makes of a conversation, so that completions can go on from it; null where it does not. */
  readonly template: 'apply-template' | 'tokenize' | null;
  /** How a chat goes on from a reply that was begun: asked to by vLLM's fields, by itself, or not at all. */
  readonly continuesReply: 'asked' | 'by-itself' | null;
  /** Alternatives it reports with each token; null where it gives no log-probabilities. */
  readonly logprobs: number | null;
  /** The same seed gave the same tokens twice. */
  readonly seeded: boolean;
  /** Draws several completions of one prompt in one request. */
  readonly several: boolean;
  /** Keeps a stop string in the text where it is asked to, so that the server can stop by itself. */
  readonly keepsStop: boolean;
  /** Takes `top_k` and `min_p`. */
  readonly narrows: boolean;
  /** Gives log-probabilities of a prompt (`echo`). */
  readonly scores: boolean;
  /** How its thoughts are told apart: a field of their own, tags in the text; null where it thinks none, or shows none. */
  readonly thinking: 'field' | ThinkingMarks | null;
  /** How it is told not to think; null where it cannot be, or never does. */
  readonly thinkingSwitch: 'template' | 'effort' | null;
  /** Null but for models of this project's own. */
  readonly trained: TrainedFacts | null;
}

/** The tags around a thought. */
export interface ThinkingMarks {
  readonly open: string;
  readonly close: string;
}

/** It can go on from any text, its own included: what searches and "Wait" need. */
export const goesOnFrom = ({ completions, template, chat, continuesReply }: ServerAbilities): boolean =>
  usesCompletions({ completions, template, chat }) || continuesReply !== null;

/** Text completions are asked where the conversation's text is known, or where there is nothing else. */
export const usesCompletions = ({
  completions,
  template,
  chat,
}: Pick<ServerAbilities, 'completions' | 'template' | 'chat'>): boolean =>
  completions && (template !== null || !chat);
