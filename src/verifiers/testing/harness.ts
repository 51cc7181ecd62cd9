import type { Problem } from '#experiment/problem.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';
import { TokenBudget } from '#policy/session/budget.ts';
import { Numbers } from '#policy/session/numbers.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import { scriptedModel, type Script } from '#policy/testing/scripted-model.ts';
import { extractFromTrace } from '#answers/extract.ts';
import type { LoggedToken, RunEvent } from '#run/events.ts';
import { createVerifier } from '../create-verifier.ts';
import { splitSteps } from '../split-steps.ts';
import type { PartialTrace } from '../verifier.ts';

export const game: Problem = { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 };
/** 282 + 152 = 434 */
export const sums: Problem = {
  family: 'arithmetic',
  terms: [
    { sign: '+', left: 47, right: 6 },
    { sign: '+', left: 38, right: 4 },
  ],
};

interface Settings extends Partial<
  Pick<Session, 'problem' | 'model' | 'verifierModel' | 'signal' | 'oracle'>
> {
  /** Tokens; 0 is no limit. */
  readonly limit?: number;
  readonly temperature?: number;
  readonly maxTokens?: number;
  readonly seed?: number;
}

/** A session on a scripted model, or on a given one. */
export function sessionOn(
  script: Script,
  {
    problem = game,
    limit = 0,
    temperature = 0.7,
    maxTokens = 60,
    seed = 1,
    signal = new AbortController().signal,
    ...rest
  }: Settings = {},
): Session {
  const sampling = { temperature, topK: 0, topP: 1, minP: 0, maxTokens };
  return {
    model: scriptedModel(script),
    ...rest,
    problem,
    sampling,
    signal,
    budget: new TokenBudget(limit),
    numbers: new Numbers(seed),
  };
}

/** Runs a part to its end. */
export async function runPart<T>(
  part: RunPart<T>,
  onEvent: (event: RunEvent) => void = () => undefined,
): Promise<{ readonly events: readonly RunEvent[]; readonly result: T }> {
  const events: RunEvent[] = [];
  for (;;) {
    const next = await part.next();
    if (next.done) return { events, result: next.value };
    events.push(next.value);
    onEvent(next.value);
  }
}

export function eventsOf<Type extends RunEvent['type']>(
  events: readonly RunEvent[],
  type: Type,
): readonly Extract<RunEvent, { type: Type }>[] {
  return events.filter((event): event is Extract<RunEvent, { type: Type }> => event.type === type);
}

/** A sequence's words, as they were logged. */
export function traceTextOf(events: readonly RunEvent[], sequence: number): string {
  return eventsOf(events, 'token')
    .filter((event) => event.sequence === sequence)
    .map(({ token }) => token.text)
    .join(' ');
}

/** Tokens of a hand-written trace that starts inside the thought: words, with the roles that a model gives them. */
export function handTokens(text: string, role: 'thought' | 'answer' = 'thought'): readonly LoggedToken[] {
  let part = role;
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word, id) => {
      const control = /^<.*>$/.test(word);
      if (word === '</think>') part = 'answer';
      const token: LoggedToken = {
        id,
        text: word,
        placement: 'word',
        role: control ? 'control' : word === 'Wait' ? 'wait' : part,
        logprob: -0.5,
        forced: false,
        alternatives: [],
      };
      return token;
    });
}

/** A trace as a verifier gets it; finished where it ends with `<eos>`. */
export function handTrace(
  problem: Problem,
  text: string,
  role: 'thought' | 'answer' = 'thought',
): PartialTrace {
  const tokens = handTokens(text, role);
  const finished = text.endsWith('<eos>');
  return {
    prompt: [],
    steps: splitSteps(tokens, [']', ';']),
    finished,
    answer: finished ? extractFromTrace(problem, tokens) : null,
  };
}

/** A trace in the model's own tokens, so that prefixes read back as what was written. */
export function traceOn({ model, problem }: Session, text: string): PartialTrace {
  const ids = model.encode(text);
  const tokens = handTokens(text).map((token, index) => ({ ...token, id: ids[index]! }));
  const finished = text.endsWith('<eos>');
  return {
    prompt: model.prompt(problem, { kind: 'think', effort: 'low' }),
    steps: splitSteps(tokens, model.info.stepEnds),
    finished,
    answer: finished ? extractFromTrace(problem, tokens) : null,
  };
}

/** What a verifier says of traces, written as text. */
export async function scoreOf(
  spec: VerifierSpec,
  script: Script,
  texts: readonly string[],
  settings: Parameters<typeof sessionOn>[1] = { problem: sums },
) {
  const session = sessionOn(script, settings);
  const verifier = createVerifier(spec, session);
  const { events, result } = await runPart(verifier.score(texts.map((text) => traceOn(session, text))));
  return {
    session,
    verifier,
    events,
    scores: result.map(({ steps }) => steps),
    why: result.map((scores) => scores.why),
  };
}
