import type { Sampling } from '#experiment/experiment.ts';
import { TokenBudget } from '#policy/session/budget.ts';
import { Numbers } from '#policy/session/numbers.ts';
import type { Session } from '#policy/session/session.ts';
import type { NodeId } from '#run/search-events.ts';
import { prunes } from '#run/prune.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import type { StrategyRun } from '../strategy.ts';
import { drawnTree, type DrawnTreeOptions } from './drawn-tree.ts';
import type { RunEvent } from '#run/events.ts';

export interface SearchOptions extends DrawnTreeOptions {
  readonly budget?: number;
  readonly seed?: number;
  readonly sampling?: Partial<Sampling>;
  /** Paths that are not to be followed, as the drawing has their words. */
  readonly pruned?: readonly string[];
  readonly abort?: AbortController;
  readonly onEvent?: (event: RunEvent, events: readonly RunEvent[]) => void;
  /** In place of the drawn one. */
  readonly verifier?: Verifier;
}

export interface Searched {
  readonly events: readonly RunEvent[];
  /** What happened, a line each, nodes by their words. */
  readonly lines: readonly string[];
  readonly spent: number;
  /** What it threw. */
  readonly error: unknown;
}

/** Runs a strategy on a drawn tree. */
export async function search(
  drawing: string,
  start: (session: Session, verifier: Verifier) => StrategyRun,
  {
    budget = 0,
    seed = 1,
    sampling,
    pruned,
    abort = new AbortController(),
    onEvent,
    verifier,
    ...options
  }: SearchOptions = {},
): Promise<Searched> {
  const drawn = drawnTree(drawing, options);
  const prune = prunes(pruned ? { pruned } : {});
  const session: Session = {
    problem: { family: 'arithmetic', terms: [{ sign: '+', left: 12, right: 4 }] },
    model: drawn.model,
    ...(prune ? { pruned: prune } : {}),
    sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 12, ...sampling },
    signal: abort.signal,
    budget: new TokenBudget(budget),
    numbers: new Numbers(seed),
  };
  const events: RunEvent[] = [];
  let error: unknown = null;
  try {
    for await (const event of start(session, verifier ?? drawn.verifier)) {
      events.push(event);
      onEvent?.(event, events);
    }
  } catch (thrown) {
    error = thrown;
  }
  return { events, lines: linesOf(events), spent: session.budget.spent, error };
}

/** The words of each node, without the mark that ends a step; the root is `root`. */
export function nodeNames(events: readonly RunEvent[]): ReadonlyMap<NodeId, string> {
  const texts = new Map<number, string[]>();
  const names = new Map<NodeId, string>();
  for (const event of events) {
    if (event.type === 'token')
      texts.set(event.sequence, [...(texts.get(event.sequence) ?? []), event.token.text]);
    if (event.type === 'node-created') {
      const words = event.sequence === null ? ['root'] : (texts.get(event.sequence) ?? []);
      names.set(event.node, words.join(' ').replaceAll(';', '') || '(empty)');
    }
  }
  return names;
}

/** The decisions of a search; draws and extracted answers are left out. */
function linesOf(events: readonly RunEvent[]): readonly string[] {
  const names = nodeNames(events);
  const name = (node: NodeId) => names.get(node)!;
  const all = (nodes: readonly NodeId[]) => nodes.map(name).join(' ') || '-';
  return events.flatMap((event): readonly string[] => {
    switch (event.type) {
      case 'node-created':
        return event.parent === null
          ? []
          : [`${name(event.parent)} > ${name(event.node)}${event.end === 'open' ? '' : ` (${event.end})`}`];
      case 'step-dropped':
        return [`drop ${name(event.sameAs)}`];
      case 'node-scored':
        return [`score ${name(event.node)} ${event.score === null ? 'none' : figure(event.score)}`];
      case 'nodes-kept':
        return [`keep ${all(event.kept)} | prune ${all(event.pruned)}`];
      case 'path-selected':
        return [`select ${['root', ...event.selections.map(({ chosen }) => name(chosen))].join(' ')}`];
      case 'backed-up':
        return [
          `back ${event.path.map(({ node, visitsAfter, valueAfter }) => `${name(node)} ${visitsAfter}x${figure(valueAfter)}`).join(', ')}`,
        ];
      case 'backtracked':
        return [`back from ${name(event.from)} to ${name(event.to)}: ${event.why.kind}`];
      case 'decided':
        return [`decided: ${event.decision.kind}`];
      case 'answer-chosen': {
        const node = 'node' in event.by ? ` at ${name(event.by.node)}` : '';
        return [`answer ${event.answer?.display ?? 'none'} by ${event.by.rule}${node}`];
      }
      default:
        return [];
    }
  });
}

const figure = (value: number): string => String(Math.round(value * 1000) / 1000);
