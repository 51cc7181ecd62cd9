import type { LoggedElsewhere } from '#run/facts/logged-elsewhere.ts';
import type { RunState } from '#run/state.ts';
import { elsewhereWords } from './en/elsewhere.ts';

/** What is known of a tree that another program grew, and what is not. */
export function elsewhereSentences(state: RunState, elsewhere: LoggedElsewhere): readonly string[] {
  const graded = state.tree.flatMap(({ grade }) => grade ?? []);
  return [
    elsewhereWords.from(elsewhere),
    ...(graded.length === 0
      ? []
      : [
          elsewhereWords.outputs({
            of: graded.length,
            right: graded.filter(({ outcome }) => outcome === 'right').length,
          }),
        ]),
    elsewhereWords.notThere,
    ...(state.tree.some(({ logged }) => logged !== null) ? [elsewhereWords.scale] : []),
    elsewhere.tool === 'llm-reasoners' ? elsewhereWords.nearInWords : elsewhereWords.near,
  ];
}
