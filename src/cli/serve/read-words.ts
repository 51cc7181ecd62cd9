import type { Problem } from '#experiment/problem.ts';
import type { LanguageModel, PromptStyle, TokenId } from '#policy/language-model.ts';
import type { LoggedToken } from '#run/token.ts';
import { readProblem } from '../read-problem.ts';

/** A message of the user's, as one of the project's own models is asked it. */
export interface ReadWords {
  readonly problem: Problem;
  /** Null where the words leave it to the request. */
  readonly style: PromptStyle | null;
}

/**
 * The models that ship read problems, not sentences. What this project says to models that follow instructions
 * (`policy/prompts/`) is told apart here and read back, so that it may talk to these models as to any other; anything else is a
 * problem as people type it. Worked examples are left out. Throws UsageError.
 */
export function readWords(model: LanguageModel, words: string): ReadWords {
  const judged = /^Problem: (?<problem>[^]*?)\nSteps so far:\n(?<steps>[^]*)\n\n(?<question>.*)$/.exec(words);
  if (judged?.groups) {
    const { problem = '', steps = '', question = '' } = judged.groups;
    const written = steps.split(/^\d+\. /m).flatMap((step) => thoughtOf(model, step));
    return {
      problem: stated(problem),
      style: {
        kind: question.includes('sure, likely or impossible') ? 'value' : 'judge',
        steps: written,
        finished: /^Is (?:the answer|this a right solution)/.test(question),
      },
    };
  }
  const revised = /^Problem: ([^]*?)\nAttempt 1:\n/.exec(words)?.[1];
  if (revised !== undefined) return { problem: stated(revised), style: { kind: 'steps' } };
  const shown =
    /(?:^|\n\n)Q: (?<last>[^\n]*(?:\n(?!Q: )[^\n]*)*?)\n\nSolve the last question in the same way/.exec(
      words.slice(words.lastIndexOf('\n\nQ: ')),
    )?.groups?.['last'];
  if (shown !== undefined) return { problem: stated(shown), style: { kind: 'steps' } };
  const [, task, asked] =
    /^([^]*?)\n\n((?:Please reason step by step|Reply with your )[^]*)$/.exec(words) ?? [];
  return task === undefined || asked === undefined
    ? { problem: readProblem(words), style: null }
    : { problem: stated(task), style: styleAsked(asked) };
}

function styleAsked(asked: string): PromptStyle {
  if (asked.startsWith('Reply')) return { kind: 'answer-only' };
  if (/in a few short steps/.test(asked)) return { kind: 'steps' };
  return { kind: 'think', effort: /Before you answer/.test(asked) ? 'high' : 'low' };
}

/** A problem as prompts state it. */
function stated(task: string): Problem {
  const [, target, numbers] = /^Make (\S+) from the numbers ([^:]+):/.exec(task) ?? [];
  if (target !== undefined && numbers !== undefined) return readProblem(`Make ${target} from ${numbers}`);
  const text = task.replace(/^Work out /, '').replace(/\n\nKnights always [^]*$/, '');
  try {
    return readProblem(text);
  } catch {
    return readProblem(`puzzle: ${text}`);
  }
}

/** A step of a thought in the model's own tokens; none where there is no text. */
function thoughtOf(model: LanguageModel, step: string): readonly (readonly LoggedToken[])[] {
  const ids = model.encode(step);
  const opening: readonly TokenId[] = model.info.thinking ? model.encode(model.info.thinking.open) : [];
  return ids.length === 0 ? [] : [model.describe([...opening, ...ids]).slice(opening.length)];
}
