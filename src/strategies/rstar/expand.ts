import { answerOf, isCut } from '#answers/answer-of.ts';
import { extractFromTrace } from '#answers/extract.ts';
import { paired, surely } from '#experiment/surely.ts';
import { rStarWords, type RStarWords } from '#policy/prompts/rstar.ts';
import { draw, type Drawn, type DrawRequest } from '#policy/session/draw.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { LoggedToken, RunEvent } from '#run/events.ts';
import { traceText } from '#run/trace-text.ts';
import { splitSteps } from '#verifiers/split-steps.ts';
import { endOfNode, nodeMade } from '../shared/node-made.ts';
import { legalActions, type Action } from './actions.ts';
import type { RStarNode } from './node.ts';
import type { RStarParameters } from './parameters.ts';
import { mostFrequent } from './self-consistency.ts';

/** Completions that vote on the answer to a sub-question (A3, A4): `num_votes` of the paper's code. */
export const votesPerAnswer = 10;

/**
 * Takes every legal action at a node: A1 `steps` single steps, equal ones made one node; A2 one child, the most frequent
 * answer's completion of `lastVotes`; A3 `steps` sub-questions, each with the most frequent of ten answers; A4 one, in place
 * of the answer it answers again; A5 one. The paper's code votes in the same places: `mcts_num_last_votes` completions of a rest,
 * `num_votes` answers to a sub-question. Where the last sub-question it drew asks for the whole, it lets the larger number vote;
 * here nobody knows that before the answer. Its `num_a1_steps` and `num_subquestions` are both `steps` here (3 there), and it makes
 * equal steps nodes of their own.
 *
 * A terminal child's reward is the share of the draws of its own action at this node that agree with its answer; for A1
 * of the single steps (the code gives steps no reward and lets A2 finish them; here a step may end the text).
 *
 * The paper's code puts A3 to A5 to the model in prompts of their own with worked examples. Here their words are put into
 * the one trace: see `rStarWords`.
 */
export class Expansion {
  private readonly words: RStarWords;

  constructor(
    private readonly session: Session,
    private readonly params: RStarParameters,
    private readonly possible: readonly Action[],
  ) {
    this.words = rStarWords(session.model.info);
  }

  root(): RStarNode {
    const path = this.session.model.prompt(this.session.problem, { kind: 'steps' });
    return {
      id: this.session.numbers.node(),
      parent: null,
      depth: 0,
      origin: 'question',
      steps: [],
      path,
      end: 'open',
      written: [],
      answer: null,
      sequence: null,
      reward: 0,
      asked: null,
      questions: 0,
      children: [],
      visits: 0,
      total: 0,
    };
  }

  /**
   * Makes the node's children. It has none afterwards only where the budget is spent: draws that only the budget cut off
   * would have ended in some other way, so they make no nodes and have no vote.
   */
  async *expand(node: RStarNode): RunPart<void> {
    const actions = legalActions(node.origin, this.possible);
    const requests = actions.map((action) => this.request(node, action));
    const drawn = yield* draw(this.session, requests);
    for (const [action, draws] of paired(actions, drawn)) yield* this.make(node, action, whole(draws));
  }

  private request(node: RStarNode, action: Action): DrawRequest {
    const { model } = this.session;
    const common = {
      prefix: node.path,
      from: node.id,
      prompt: [],
      label: (index: number) => ({ kind: 'action' as const, action, draw: index + 1 }),
    };
    const stop = model.info.stepEnds;
    switch (action) {
      case 'step':
        return { ...common, n: this.params.steps, stop };
      case 'rest':
        return { ...common, n: this.params.lastVotes };
      case 'sub-question':
        return {
          ...common,
          n: this.params.steps,
          stop,
          forced: model.encode(this.words.question(node.questions + 1)),
        };
      case 're-answer': {
        const { steps, question } = questionOf(node);
        const before = [...steps.flat(), ...question].map(({ id }) => id);
        const prompt = model.prompt(this.session.problem, { kind: 'steps' });
        return {
          ...common,
          prefix: [...prompt, ...before],
          n: votesPerAnswer,
          stop,
          forced: model.encode(this.words.answer(node.questions)),
        };
      }
      case 'rephrase':
        return { ...common, n: 1, stop, forced: model.encode(this.words.rephrase) };
    }
  }

  private async *make(node: RStarNode, action: Action, draws: readonly Drawn[]): RunPart<void> {
    switch (action) {
      case 'step':
        yield* this.makeSteps(node, draws);
        return;
      case 'rest': {
        const best = mostFrequent(draws, ({ reason, tokens }) =>
          reason === 'end-of-text' ? this.keyOf([...node.steps, tokens]) : null,
        );
        const [first] = draws;
        if (best) yield* this.attach(node, action, node.steps, best.one.tokens, best.one, best.likelihood);
        else if (first)
          yield* this.attach(node, action, node.steps, first.tokens, { ...first, reason: 'length' }, 0);
        return;
      }
      case 'sub-question':
        yield* this.makeQuestions(node, draws);
        return;
      case 're-answer': {
        const { steps, question } = questionOf(node);
        yield* this.makeAnswer(node, action, steps, question, draws);
        return;
      }
      case 'rephrase':
        for (const drawn of draws) yield* this.attach(node, action, node.steps, drawn.tokens, drawn, 0);
    }
  }

  private *makeSteps(node: RStarNode, draws: readonly Drawn[]): Generator<RunEvent> {
    const made = new Map<string, RStarNode>();
    for (const drawn of draws) {
      const text = drawn.tokens.map(({ id }) => id).join(' ');
      const same = made.get(text);
      if (same) {
        yield { type: 'step-dropped', sequence: drawn.sequence, sameAs: same.id };
        continue;
      }
      const key = this.keyOf([...node.steps, drawn.tokens]);
      const agreeing = draws.filter(
        ({ reason, tokens }) => reason === 'end-of-text' && this.keyOf([...node.steps, tokens]) === key,
      );
      made.set(
        text,
        yield* this.attach(
          node,
          'step',
          node.steps,
          drawn.tokens,
          drawn,
          key === null ? 0 : agreeing.length / draws.length,
        ),
      );
    }
  }

  private async *makeQuestions(node: RStarNode, questions: readonly Drawn[]): RunPart<void> {
    const asked = questions.filter(({ reason }) => reason === 'stop');
    const forced = this.session.model.encode(this.words.answer(node.questions + 1));
    const answers = yield* draw(
      this.session,
      asked.map(({ tokens }, index) => ({
        prefix: [...node.path, ...tokens.map(({ id }) => id)],
        n: votesPerAnswer,
        from: node.id,
        prompt: [],
        stop: this.session.model.info.stepEnds,
        forced,
        label: (draws) => ({ kind: 'sub-answer', question: index + 1, draw: draws + 1 }),
      })),
    );
    for (const [{ tokens }, draws] of paired(asked, answers))
      yield* this.makeAnswer(node, 'sub-question', node.steps, tokens, whole(draws));
  }

  /** A sub-question with the most frequent of its answers; one that was cut off has no say. */
  private *makeAnswer(
    node: RStarNode,
    action: Action,
    steps: RStarNode['steps'],
    question: readonly LoggedToken[],
    answers: readonly Drawn[],
  ): Generator<RunEvent> {
    const { problem } = this.session;
    const best = mostFrequent(
      answers,
      (drawn) =>
        answerOf(problem, drawn)?.key ?? (isCut(drawn.reason) ? null : conclusion(traceText(drawn.tokens))),
    );
    const [first] = answers;
    if (best)
      yield* this.attach(
        node,
        action,
        steps,
        [...question, ...best.one.tokens],
        best.one,
        best.likelihood,
        question,
      );
    else if (first)
      yield* this.attach(
        node,
        action,
        steps,
        [...question, ...first.tokens],
        { ...first, reason: 'length' },
        0,
        question,
      );
  }

  private *attach(
    parent: RStarNode,
    origin: Action,
    before: RStarNode['steps'],
    added: readonly LoggedToken[],
    { sequence, reason, tokens }: Drawn,
    likelihood: number,
    question: readonly LoggedToken[] | null = null,
  ): Generator<RunEvent, RStarNode> {
    const { model, problem, numbers } = this.session;
    const depth = parent.depth + 1;
    const steps = [...before, ...splitSteps(added, model.info.stepEnds)];
    const pruned = this.session.pruned?.([...writtenBefore(parent), ...tokens]) ?? false;
    const end = endOfNode({ pruned, reason, depth, maxSteps: this.params.maxSteps });
    const answer = end === 'terminal' ? extractFromTrace(problem, steps.flat()) : null;
    const path = [...model.prompt(problem, { kind: 'steps' }), ...steps.flat().map(({ id }) => id)];
    const child: RStarNode = {
      id: numbers.node(),
      parent,
      depth,
      origin,
      steps,
      path,
      end,
      written: tokens,
      answer,
      sequence,
      reward: answer ? likelihood : 0,
      asked: question && { steps: before, question },
      questions: parent.questions + (origin === 'sub-question' ? 1 : 0),
      children: [],
      visits: 0,
      total: 0,
    };
    parent.children.push(child);
    yield* nodeMade({ ...child, pruned });
    if (end === 'terminal')
      yield {
        type: 'node-scored',
        node: child.id,
        score: child.reward,
        verifier: 'majority',
        why: { kind: 'share-of-draws', action: origin },
      };
    return child;
  }

  private keyOf(steps: RStarNode['steps']): string | null {
    return extractFromTrace(this.session.problem, steps.flat())?.key ?? null;
  }
}

/** Of a node that is answered again: it was made by a sub-question. */
const questionOf = ({ asked }: RStarNode) => surely(asked, 'sub-question');

/** What an answer comes to: how it was worked out makes it no other one. */
function conclusion(text: string): string {
  return text.replaceAll(/\d+ [-+*/] \d+ = (?=\d)/g, '');
}

const whole = (draws: readonly Drawn[]): readonly Drawn[] => draws.filter(({ cutByBudget }) => !cutByBudget);

/** What the log has of the path to a node, that one included. */
function writtenBefore(node: RStarNode): readonly LoggedToken[] {
  return node.parent ? [...writtenBefore(node.parent), ...node.written] : [];
}
