import type { Usage } from '#run/events.ts';
import type { ReplyUsage } from './reply-schema.ts';
import type { Sent } from './server-connection.ts';

/** What a model of a server has spent. Tokens are the server's own count, where it gives one. */
export class Spent implements Sent {
  requests = 0;
  retries = 0;
  private prompt = 0;
  private cached = 0;
  private completion = 0;
  private seconds = 0;
  private estimatedTokens = 0;

  /** Seconds that a request took, waiting for a place left out. */
  took(seconds: number): void {
    this.seconds += seconds;
  }

  counted({ prompt_tokens, completion_tokens, prompt_tokens_details: details }: ReplyUsage): void {
    const cached = Math.min(prompt_tokens, details?.cached_tokens ?? 0);
    this.prompt += prompt_tokens - cached;
    this.cached += cached;
    this.completion += completion_tokens ?? 0;
  }

  /** Of a reply that was left before the server counted it, or whose server does not count. */
  estimated(promptText: string, pieces: number): void {
    const prompt = Math.ceil(promptText.length / charactersPerToken);
    this.prompt += prompt;
    this.completion += pieces;
    this.estimatedTokens += prompt + pieces;
  }

  get usage(): Usage {
    return {
      prefilledTokens: this.prompt,
      cachedTokens: this.cached,
      decodedTokens: this.completion,
      forwards: this.requests,
      modelSeconds: this.seconds,
      server: { retries: this.retries, estimatedTokens: this.estimatedTokens },
    };
  }
}

/** Of English text, roughly. */
const charactersPerToken = 4;
