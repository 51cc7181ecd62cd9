import type { ChapterId } from './chapters.ts';
import { allQuestions, type PlacedQuestion, type QuestionId } from './questions/questions.ts';

/** The chapter that a question belongs to; null where none is about it. */
export const chapterOfQuestion: { readonly [Id in QuestionId]: ChapterId | null } = {
  'chain-of-thought': 'chain-of-thought',
  'self-consistency': 'self-consistency',
  'tree-of-thoughts': 'tree-of-thoughts',
  'outcome-or-process': 'best-of-n',
  'best-of-n': 'best-of-n',
  'reasoning-tokens': 'test-time-compute',
  'grpo-or-ppo': 'grpo',
  'aha-moment': 'r1-zero',
  distillation: 'distillation',
  'compute-or-parameters': 'test-time-compute',
  'grpo-advantage': 'grpo',
  'four-stages': 'r1-stages',
  'rule-reward': 'r1-zero',
  'why-wait-works': 'budget-forcing',
  'which-aggregation': 'best-of-n',
  puct: 'mcts',
  'math-shepherd': 'math-shepherd',
  'faithful-thoughts': 'faithfulness',
  'which-model': null,
  'kl-term': 'grpo',
  'grpo-efficiency': 'grpo',
  'zero-or-instruct': 'r1-zero',
  'wait-beats-o1': 'budget-forcing',
  'sequential-or-parallel': 'sequential-parallel',
  'next-model': null,
};

/** The questions that a chapter helps to answer, in their order. */
export const questionsOfChapter = (chapter: ChapterId): readonly PlacedQuestion[] =>
  allQuestions.filter(({ id }) => chapterOfQuestion[id] === chapter);
