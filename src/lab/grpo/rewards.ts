import type { LoggedToken } from '#run/events.ts';

/** How the embedded models mark a thought and the end of a text; `training/traces/vocabulary.py` has the same. */
const marks = { begin: '<bos>', think: '<think>', endThink: '</think>', end: '<eos>' } as const;

/** What the rules see in one trace. */
export interface TraceReward {
  /** The answer is right and the form is kept. */
  readonly right: boolean;
  /** One thought, closed once, then an answer and the end of the text. */
  readonly formed: boolean;
  /** 1 for a right answer, and the format reward for the form; no unit. */
  readonly reward: number;
}

/**
 * Whether a trace keeps the form that is asked for: its thought, which the prompt opened, is closed once, an answer of a token
 * or more follows, and then the text ends.
 *
 * @param tokens all that follows the prompt.
 */
export function isWellFormed(tokens: readonly Pick<LoggedToken, 'text'>[]): boolean {
  const texts = tokens.map(({ text }) => text);
  const closed = texts.indexOf(marks.endThink);
  const once = closed >= 0 && texts.indexOf(marks.endThink, closed + 1) < 0;
  const opensNone = !texts.includes(marks.think) && !texts.includes(marks.begin);
  return once && opensNone && texts.at(-1) === marks.end && closed < texts.length - 2;
}

/**
 * The rule-based reward of DeepSeek-R1-Zero (arXiv 2501.12948, section 2.2): an accuracy reward and a format reward, and no
 * model that could be fooled. Here, as in `training/rl/reward.py`, a right answer counts only in a trace that keeps the form:
 * r = 1[right and formed] + f · 1[formed].
 *
 * @param right whether the answer that was read from the trace is right.
 * @param formatReward f.
 */
export function rewardOf(
  tokens: readonly Pick<LoggedToken, 'text'>[],
  right: boolean,
  formatReward: number,
): TraceReward {
  const formed = isWellFormed(tokens);
  const counted = formed && right;
  return { right: counted, formed, reward: (counted ? 1 : 0) + (formed ? formatReward : 0) };
}
