import { valueWords } from '../prompts/judge.ts';
import type { ActionWords } from '../language-model.ts';
import type { Manifest } from './manifest.ts';

/** Tokens that ask for a skill, where they stand in a prompt. */
export const skill = {
  /** After steps: is the last one right? */
  judge: '<judge>',
  /** After steps: how promising are they? */
  value: '<value>',
  /** After a worked example: here comes another problem. */
  next: '<next>',
} as const;

/** What a model that has learnt to judge says of a step. */
export const verdicts = { yes: 'yes', no: 'no' } as const;

/** What a model that has learnt to ask sub-questions and to rephrase writes before them. */
export const actionWords: ActionWords = {
  question: 'Sub-question:',
  answer: 'Answer:',
  rephrase: 'In other words:',
};

/** Worked examples before a problem, at most: no model has seen more in its training. */
export const mostExamples = 3;

type Skill = Exclude<keyof Manifest['capabilities'], 'valueHead' | 'instructions'>;

/** The tokens that each skill needs. Where they stand in the vocabulary does not matter: they are found by their texts. */
const tokens: Readonly<Record<Skill, readonly string[]>> = {
  judge: [skill.judge, ...Object.values(verdicts)],
  value: [skill.value, ...valueWords],
  questions: Object.values(actionWords),
  fewShot: [skill.next],
};

/** The tokens of all skills that a model is said to have. */
export function skillTokens(capabilities: Partial<Manifest['capabilities']>): readonly string[] {
  return (Object.keys(tokens) as Skill[]).flatMap((one) => (capabilities[one] ? tokens[one] : []));
}
