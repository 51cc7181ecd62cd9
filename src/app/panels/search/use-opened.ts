import { useState } from 'react';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';

const none: ReadonlySet<NodeId> = new Set();

/** Nodes whose children are all shown because a person opened their bar; forgotten with the run. */
export function useOpened({ experiment }: RunState) {
  const [state, setState] = useState({ experiment, opened: none });
  const opened = state.experiment === experiment ? state.opened : none;
  const put = (next: Iterable<NodeId>) => setState({ experiment, opened: new Set(next) });
  return {
    opened,
    open: (node: NodeId) => put([...opened, node]),
    close: (node: NodeId) => put([...opened].filter((one) => one !== node)),
  };
}
