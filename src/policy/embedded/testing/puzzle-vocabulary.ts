import { names, operators, things, variables } from '#experiment/puzzle/words.ts';
import { actionWords, skill, verdicts } from '../skills.ts';
import { valueWords } from '#policy/prompts/judge.ts';
import { control } from '../vocabulary.ts';

const words =
  'has more fewer than times as many half and together finds loses gives to buys bags of is years old How does do have Who a knight knave says are the same different both knights or suppose clash fits nobody difference ok fix open';

/** The token texts of a model that has learnt puzzles and every skill, in the order of `training/`. */
export const puzzleVocabulary: readonly string[] = [
  ...Object.values(control),
  '.',
  '?',
  ';',
  ',',
  '=',
  ...operators,
  ...Array.from({ length: 100 }, (_, number) => String(number)),
  ...names,
  ...things,
  ...variables,
  ...words.split(' '),
  ...Object.values(actionWords),
  skill.next,
  skill.value,
  ...valueWords,
  skill.judge,
  ...Object.values(verdicts),
];
