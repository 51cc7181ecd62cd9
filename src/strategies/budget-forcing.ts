import { answerOf, isCut } from '#answers/answer-of.ts';
import type { StrategyOf } from '#experiment/experiment.ts';
import { surely } from '#experiment/surely.ts';
import type { TokenId } from '#policy/language-model.ts';
import { draw, type DrawRequest } from '#policy/session/draw.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { Answer, EndReason, LoggedToken } from '#run/events.ts';
import { ClosingTag } from './shared/closing-tag.ts';
import { ids, peekAnswer, thinkingOf, type Thinking } from './shared/thinking.ts';
import type { StrategyRun } from './strategy.ts';

export type BudgetForcing = StrategyOf<'budget-forcing'>;

/**
 * Budget forcing (Muennighoff et al. 2025, s1, arXiv 2501.19393, section 3.1 and the authors' code,
 * `vllm_causallms.py`). One trace whose thinking is made longer or shorter:
 *
 * - Where the model would end its thinking (its closing tag, or the end of the text), the end is dropped and the word put
 *   in its place, up to `waits` times; each continuation may have what is left of the thinking budget.
 * - Where the thinking reaches the budget, the closing tag and the answer's beginning are forced, since a model that was
 *   cut off would just think on in its answer. A thought that the model ended itself is closed and no more.
 *
 * Where the texts are silent: the word's own tokens count as thinking, so that the budget holds for all of it, and an end
 * stands where no token would be left after the word. The thinking budget takes the place of the sampling's token limit,
 * which then holds for the answer; it is made smaller where context or run budget would leave no room for an answer. The
 * code keeps a model from ending right after the word (at least one token); here such an end counts as a round. A text
 * that ends without closing its thinking is closed and answered. With no waits and no cut this is chain of thought. What
 * an answer begins with is the model's own: see `ThinkingTags.answerBegin`; the models that ship answer at once anyway.
 *
 * After each round the answer it would give is recorded (`interim-answer`): there the thought is cut too, so its beginning
 * is forced in the same words, see `peekAnswer`. The last one is the trace's own and costs nothing.
 */
export async function* budgetForcing(session: Session, params: BudgetForcing): StrategyRun {
  const trace = new ForcedTrace(session, params);
  yield* trace.think();
  const answer = yield* trace.answer();
  yield {
    type: 'answer-chosen',
    answer,
    by: answer
      ? trace.round > 0
        ? { rule: 'last-round', round: trace.round }
        : { rule: 'only-trace' }
      : { rule: 'no-answer' },
  };
}

class ForcedTrace {
  /** Times the word was put in so far. */
  round = 0;
  private readonly prompt: readonly TokenId[];
  private readonly thinking: Thinking;
  private readonly word: readonly TokenId[];
  /** All of the trace so far. */
  private tokens: readonly LoggedToken[] = [];
  private sequence: number | null = null;
  /** Thinking tokens so far, the words put in among them. */
  private thought = 0;
  /** Tokens of the closing tag; 0 while the thought is open. */
  private tagLength = 0;
  /** Prompt and trace, those of the draw under way among them. */
  private length: number;
  private isOpen = true;
  private end: EndReason = 'length';

  constructor(
    private readonly session: Session,
    private readonly params: BudgetForcing,
  ) {
    const { model, problem } = session;
    this.prompt = model.prompt(problem, { kind: 'think', effort: params.effort });
    this.length = this.prompt.length;
    this.thinking = thinkingOf(session);
    this.word = params.waits > 0 ? model.encode(params.word) : [];
  }

  /** Thinks in rounds until an end is let stand or the budget is reached. */
  async *think(): RunPart<void> {
    const { waits, word } = this.params;
    if (this.limit() < this.params.thinkingTokens) {
      const value = Math.max(0, this.limit());
      yield {
        type: 'decided',
        decision: { kind: 'less-thinking', tokens: value, wanted: this.params.thinkingTokens },
      };
    }
    while (this.isOpen && this.left() > 0) {
      // The last round may run on into the answer: drawn in one go, it is what chain of thought would draw.
      const last = this.round === waits;
      yield* this.write({
        forced: this.round > 0 ? this.word : [],
        sampling: { maxTokens: this.left() - (this.round > 0 ? this.word.length : 0) },
        ...(last ? {} : { stop: [this.thinking.tags.close] }),
      });
      const ended = this.end === 'stop' || this.end === 'end-of-text';
      if (!this.isOpen || !ended || !this.mayWait()) return;
      yield* this.peek();
      if (!this.mayWait()) return;
      this.round += 1;
      yield { type: 'wait-forced', sequence: this.begun(), round: this.round, word };
    }
  }

  /** Closes the thinking where it is open, lets the model answer, and ends the trace. */
  async *answer(): RunPart<Answer | null> {
    const { session } = this;
    const thought = this.thought;
    // The last round may have written the answer, or the start of it, already.
    const answered = this.isOpen ? 0 : this.tokens.length - thought - this.tagLength;
    const maxTokens = session.sampling.maxTokens - answered;
    const whole = !this.isOpen && this.end === 'end-of-text';
    if (!whole && maxTokens > 0)
      yield* this.write({ forced: this.isOpen ? this.closing() : [], sampling: { maxTokens } });
    if (this.sequence === null) return null;
    const answer = answerOf(session.problem, { tokens: this.tokens, reason: this.end });
    yield { type: 'sequence-ended', sequence: this.sequence, reason: this.end };
    yield {
      type: 'interim-answer',
      sequence: this.sequence,
      round: this.round,
      answer,
      thinkingTokens: thought,
    };
    yield { type: 'answer-extracted', sequence: this.sequence, answer };
    return answer;
  }

  /** What closes the open thought: where it was cut, with the answer's beginning. */
  private closing(): readonly TokenId[] {
    return isCut(this.end) ? this.thinking.ask : this.thinking.close;
  }

  /** The trace, of which something is written. */
  private begun(): number {
    return surely(this.sequence, 'sequence');
  }

  private async *peek(): RunPart<void> {
    const answer = await peekAnswer(this.session, this.thinking, this.prompt, this.tokens);
    if (answer !== undefined)
      yield {
        type: 'interim-answer',
        sequence: this.begun(),
        round: this.round,
        answer,
        thinkingTokens: this.thought,
      };
  }

  /** Writes on; without budget nothing. */
  private async *write(request: Pick<DrawRequest, 'forced' | 'sampling' | 'stop'>): RunPart<void> {
    const { model } = this.session;
    const closing = new ClosingTag(this.thinking.tags.close);
    const [[drawn] = []] = yield* draw(this.session, [
      {
        ...request,
        prefix: [...this.prompt, ...ids(this.tokens)],
        n: 1,
        label: () => ({ kind: 'only-trace' }),
        prompt: model.describe(this.prompt),
        staysOpen: true,
        filter: { take: (token) => this.take(token, closing), rest: () => this.thinkOn(closing.rest()) },
        ...(this.sequence === null ? {} : { continues: this.sequence }),
      },
    ]);
    this.end = drawn?.reason ?? 'length';
    if (!drawn) return;
    this.sequence = drawn.sequence;
    this.tokens = [...this.tokens, ...drawn.tokens];
  }

  /** Follows the thinking token by token; gives what stays in the trace. */
  private take(token: LoggedToken, closing: ClosingTag): readonly LoggedToken[] {
    if (!this.isOpen) return this.goOn([token]);
    // An end of text in the thought leaves no answer: dropped also where no word follows, so that the tag can.
    if (!token.forced && this.thinking.ends(token)) return this.thinkOn(closing.rest());
    const { free, tag } = closing.take(token);
    const kept = this.thinkOn(free);
    if (!tag) return kept;
    if (!token.forced && this.mayWait()) return kept;
    this.isOpen = false;
    this.tagLength = tag.length;
    return [...kept, ...this.goOn(tag)];
  }

  private thinkOn(tokens: readonly LoggedToken[]): readonly LoggedToken[] {
    this.thought += tokens.length;
    return this.goOn(tokens);
  }

  private goOn(tokens: readonly LoggedToken[]): readonly LoggedToken[] {
    this.length += tokens.length;
    return tokens;
  }

  /** Whether the word and a token after it still fit. */
  private mayWait(): boolean {
    return this.round < this.params.waits && this.left() > this.word.length;
  }

  /** Thinking tokens left. */
  private left(): number {
    return this.limit() - this.thought;
  }

  private limit(): number {
    return Math.min(this.params.thinkingTokens, this.thought + this.thinking.room(this.length));
  }
}
