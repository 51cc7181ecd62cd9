import { fold } from '#run/fold.ts';
import { answerFor, logOf, tokensOf } from '#run/testing/fixtures.ts';
import type { RunEvent } from '#run/events.ts';
import type { RunState } from '#run/state.ts';
import { emptyRun } from '#run/state.ts';

/**
 * A search's state, drawn as text: one node a line, two blanks a level, the step's words after its number. `!` before a
 * word that ends the trace with an answer, `x` at the end of the line for a node that is pruned.
 *
 *     a            the first line is the root, whatever it says
 *       b
 *         !c x
 */
export function drawnState(lines: string, more: readonly RunEvent[] = []): RunState {
  const events: RunEvent[] = [logOf(['4'])[0]!.event];
  const stack: number[] = [];
  const pruned: number[] = [];
  const rows = lines.split('\n').filter((line) => line.trim() !== '');
  const base = rows[0]!.search(/\S/);
  for (const [node, line] of rows.entries()) {
    const depth = (line.search(/\S/) - base) / 2;
    const parent = stack[depth - 1] ?? null;
    stack[depth] = node;
    const words = line
      .trim()
      .split(' ')
      .filter((word) => word !== 'x');
    if (line.trim().endsWith(' x')) pruned.push(node);
    const end = words[0]!.startsWith('!');
    if (parent !== null) {
      events.push({
        type: 'sequence-started',
        sequence: node,
        label: { kind: 'step', step: depth, draw: null },
        prompt: [],
        from: parent,
      });
      for (const token of tokensOf(words.join(' ').replace('!', '')))
        events.push({ type: 'token', sequence: node, token });
      events.push({ type: 'sequence-ended', sequence: node, reason: end ? 'end-of-text' : 'stop' });
    }
    events.push({
      type: 'node-created',
      node,
      parent,
      sequence: parent === null ? null : node,
      end: end ? 'terminal' : 'open',
      prior: parent === null ? null : 0.5,
    });
    if (end)
      events.push({
        type: 'answer-extracted',
        sequence: node,
        answer: answerFor(words.join('').replace('!', '')),
      });
  }
  if (pruned.length > 0)
    events.push({ type: 'nodes-kept', round: 1, kept: [], pruned, why: { kind: 'trace-cut' } });
  return fold(
    emptyRun,
    [...events, ...more].map((event, at) => ({ at, event })),
  );
}
