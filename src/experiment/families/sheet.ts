import type * as v from 'valibot';

/** How an answer reads: an expression, a number, names of people, or anything that can be said or written. */
export type AnswerForm = 'expression' | 'number' | 'names' | 'words';

/**
 * The fact sheet of a problem family. Its methods take problems of that family alone; they are methods and not functions in
 * properties, so that a sheet also serves where the family is known only when it runs (`familySheet`).
 */
export interface FamilySheet<P> {
  readonly schema: v.GenericSchema<unknown, P>;
  /** The problem in one line, as a person would pose it. */
  text(problem: P): string;
  /** What stands for the problem in the name of a file. */
  fileName(problem: P): string;
  /** What the page opens with. */
  readonly usual: P;
  /** The id of the model that thinks about it unless another is named. */
  readonly model: string;
  answerForm(problem: P): AnswerForm;
  /** Whether answers that differ can all be right, so that the one most traces come to says little. */
  readonly manyAnswers: boolean;
  /** Whether `verifiers/` has rules that a thought can be checked by. */
  readonly checkedByRule: boolean;
  /** Where the right answer can't be worked out but is handed in with the problem. */
  readonly ownAnswer?: OwnAnswer<P>;
  /** How models that ship with the page read and write it; null where none does. */
  readonly trained: TrainedForm<P> | null;
  readonly link: LinkForm<P>;
  /** Problems that no model was trained on, each set in a file that is loaded when it is wanted. */
  readonly heldOut: Readonly<Partial<Record<HeldOutSet, HeldOutFile<P>>>>;
  /** What a surprise is drawn from, where that is not the usual held-out problems. */
  readonly surprises?: () => Promise<readonly P[]>;
  /** Whether a surprise may follow another problem; any may unless this says otherwise. */
  alike?(surprise: P, before: P): boolean;
}

export interface OwnAnswer<P> {
  isKnown(problem: P): boolean;
  /** The problem as strategies see it. */
  without(problem: P): P;
}

export interface TrainedForm<P> {
  /** What closes a step in the teachers' traces; `training/` has the same in its own sheet. */
  readonly stepEnds: readonly string[];
  /** The problem in the signs that the models read; null where those can't say it. */
  formula(problem: P): string | null;
  /** The effort at which models learnt to judge a thought that says "Wait". */
  readonly effortOfWaits: 'low' | 'high';
  /** Settings that differ from a strategy's usual ones, because thoughts are longer or shorter here. */
  readonly settings: {
    readonly shots?: number;
    readonly maxSteps?: number;
    readonly thinkingTokens?: number;
  };
  /** Tokens that a completion may have. */
  readonly maxTokens: number;
}

/** How a link holds a problem. Frozen: what was once written must be read for ever. */
export interface LinkForm<P> {
  /** The model that is left out of a link. */
  readonly model: string;
  /** The first version of links whose readers know the problem. */
  since(problem: P): number;
  /** The newest version that `since` can say. */
  readonly newest: number;
  /** Begins with the family's own sign. */
  short(problem: P): readonly unknown[];
  /** What `short` writes, back as a problem; the problem's own schema checks the ranges. */
  readonly fromShort: v.GenericSchema<unknown, unknown>;
}

/** `usual`: like those the models were trained on. `harder`: longer, or of another kind. `bigger`: with larger numbers. */
export type HeldOutSet = 'usual' | 'harder' | 'bigger';

export type HeldOutFile<P> = () => Promise<{ readonly heldOut: (set: HeldOutSet) => readonly P[] }>;
