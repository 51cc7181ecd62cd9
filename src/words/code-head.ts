import type { CodeGap } from '#experiment/code-gap.ts';
import type { Strategy } from '#experiment/strategies.ts';
import { asCodeWords } from './en/as-code.ts';
import { strategyBrief } from './describe.ts';
import { say } from './say.ts';

/** What the head of a program says. */
export function codeHead(
  strategy: Strategy,
  form: keyof typeof asCodeWords.how,
): { readonly head: readonly string[]; readonly gap: (gap: CodeGap) => string } {
  return {
    head: [asCodeWords.title(strategyBrief(strategy)), asCodeWords.how[form], asCodeWords.settings],
    gap: (gap) => say<CodeGap>(asCodeWords.gaps, gap),
  };
}
