import { markups } from '../webllm/text/thinking-tags.ts';
import type { ThinkingMarks } from './server.ts';

/** The tags of thoughts that a text has; null where it has none that are known. */
export function marksIn(text: string): ThinkingMarks | null {
  const found = markups.find(({ open, close }) => text.includes(open) || text.includes(close));
  return found ? { open: found.open, close: found.close } : null;
}
