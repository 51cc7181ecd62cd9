import * as v from 'valibot';
import type { ServerConnection } from './server-connection.ts';
import type { ServerAbilities } from './server.ts';
import { templateFields } from './requests.ts';

/** Prompts that are kept, at most. */
const mostKept = 256;
const mostText = 2_000_000;

const renderedSchema = v.object({ prompt: v.pipe(v.string(), v.maxLength(mostText)) });
const tokensSchema = v.object({
  tokens: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(200_000)),
});

/**
 * What a server's chat template makes of a question, up to where the reply begins. llama.cpp says it at `/apply-template`; vLLM gives
 * its tokens at `/tokenize` and their text at `/detokenize`. All stand beside the interface, at the server's root. No model is asked, so these requests are not
 * counted.
 */
export class ServerTemplate {
  private readonly kept = new Map<string, Promise<string>>();

  constructor(
    private readonly server: ServerConnection,
    private readonly model: string,
    private readonly way: NonNullable<ServerAbilities['template']>,
  ) {}

  /** Rejects as requests do. */
  async render(user: string, thinks: boolean, signal: AbortSignal): Promise<string> {
    const key = `${thinks ? 'think' : 'plain'} ${user}`;
    const known = this.kept.get(key);
    if (known) return known;
    const asked = this.ask(user, thinks, signal);
    this.kept.set(key, asked);
    for (const old of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(old);
    }
    try {
      return await asked;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  private async ask(user: string, thinks: boolean, signal: AbortSignal): Promise<string> {
    const { model, way } = this;
    const body = { model, messages: [{ role: 'user', content: user }], ...templateFields(thinks) };
    const post = (path: string, content: object) =>
      this.server.json({ path: `!${path}`, model, body: content }, { requests: 0, retries: 0 }, signal);
    switch (way) {
      case 'apply-template':
        return this.read(renderedSchema, await post('/apply-template', body)).prompt;
      case 'tokenize': {
        const asked = await post('/tokenize', { ...body, add_generation_prompt: true });
        const { tokens } = this.read(tokensSchema, asked);
        return this.read(renderedSchema, await post('/detokenize', { model, tokens })).prompt;
      }
    }
  }

  private read<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
    const read = v.safeParse(schema, value);
    if (read.success) return read.output;
    throw this.server.malformed(v.getDotPath(read.issues[0]) ?? this.way);
  }
}
