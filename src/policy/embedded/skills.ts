import { keysOf } from '#experiment/keys-of.ts';
import { valueWords } from '../prompts/judge.ts';
import type { ActionWords } from '../language-model.ts';
import type { Manifest } from './manifest.ts';

/** Prompt tokens that invoke a skill. */
export const skill = {
  /** After steps: asks if the last one is right. */
  judge: '<judge>',
  /** After steps: asks how promising they are. */
  value: '<value>',
  /** After a worked example: another problem follows. */
  next: '<next>',
} as const;

/** The verdicts of a model that has learnt to judge steps. */
export const verdicts = { yes: 'yes', no: 'no' } as const;

/** Tokens that begin a sub-question and a rephrasing, in models that have learnt them. */
export const actionWords: ActionWords = {
  question: 'Sub-question:',
  answer: 'Answer:',
  rephrase: 'In other words:',
};

/** The most worked examples before a problem: no model has seen more in training. */
export const mostExamples = 3;

type Skill = Exclude<keyof Manifest['capabilities'], 'valueHead' | 'instructions'>;

/** The tokens that each skill needs, found by text: their ids don't matter. */
const tokens: Readonly<Record<Skill, readonly string[]>> = {
  judge: [skill.judge, ...Object.values(verdicts)],
  value: [skill.value, ...valueWords],
  questions: Object.values(actionWords),
  fewShot: [skill.next],
};

/** The tokens of all skills that a model declares. */
export function skillTokens(capabilities: Partial<Manifest['capabilities']>): readonly string[] {
  return keysOf(tokens).flatMap((one) => (capabilities[one] ? tokens[one] : []));
}
