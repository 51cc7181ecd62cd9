import type { RelativeId } from './relatives.ts';
import type { SystemId } from './systems.ts';

/** What to begin with, and what shows the idea here. */
export interface ChooserLeaf {
  readonly systems: readonly SystemId[];
  readonly relative: RelativeId;
}

/** By what the task is. */
export const byTask = {
  competition: { systems: ['r1', 'qwen3', 's1', 'o1'], relative: 'four-stages' },
  proof: { systems: ['prover-v2'], relative: 'checked-steps' },
  code: { systems: ['claude-opus-4-6', 'gpt-5', 'deepseek-v4'], relative: 'long-thought' },
  chains: { systems: ['kimi-k2-thinking', 'claude-opus-4-6', 'gemini-3'], relative: 'adaptive' },
  'own-machine': { systems: ['r1-distill', 'qwen3', 'gpt-oss'], relative: 'distilled' },
  abstract: { systems: ['o3'], relative: 'many-samples' },
  research: { systems: ['olmo-3', 's1', 'r1-zero'], relative: 'zero' },
  'one-step': { systems: [], relative: 'vote' },
} as const satisfies Readonly<Record<string, ChooserLeaf>>;
export type TaskId = keyof typeof byTask;

/** By how many tokens may be thought for a problem. */
export const byBudget = {
  none: { systems: [], relative: 'vote' },
  little: { systems: ['r1-distill'], relative: 'distilled-sampled' },
  some: { systems: ['s1', 'r1-distill', 'qwen3'], relative: 'budget' },
  thousands: { systems: ['r1', 'gpt-oss', 'claude-3-7', 'gemini-2-5'], relative: 'long-thought' },
  open: { systems: ['gpt-5', 'claude-opus-4-6'], relative: 'adaptive' },
  huge: { systems: ['o3'], relative: 'many-samples' },
} as const satisfies Readonly<Record<string, ChooserLeaf>>;
export type BudgetId = keyof typeof byBudget;
