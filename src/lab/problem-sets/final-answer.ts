import { lastBoxes } from '#answers/reply/boxes.ts';

/** How a final answer stands in what a file gives as the answer. */
export type FinalAnswer =
  | { readonly from: 'whole' | 'hashes' | 'boxed'; readonly text: string }
  | { readonly from: 'nowhere' };

/** `1,234`, `-12,000.5`: nobody needs the commas, and answers with them could be read as several. */
const withThousands = /^[-+]?\$?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * The final answer in a worked solution: behind the last `####` (GSM8K, Cobbe et al. 2021, arXiv 2110.14168) or in the last
 * `\boxed{}` (MATH, Hendrycks et al. 2021, arXiv 2103.03874). A text with neither is the answer itself, unless it is a solution.
 */
export function finalAnswer(text: string, isSolution: boolean): FinalAnswer {
  const hashes = text.lastIndexOf('####');
  if (hashes >= 0) return found('hashes', withoutThousands(text.slice(hashes + 4).trim()));
  if (/\\(?:boxed|fbox)/.test(text))
    return found(
      'boxed',
      lastBoxes(text)
        .map(({ content }) => content.trim())
        .join(', '),
    );
  return isSolution && text.trim().includes('\n') ? { from: 'nowhere' } : found('whole', text.trim());
}

const found = (from: 'whole' | 'hashes' | 'boxed', text: string): FinalAnswer =>
  text === '' ? { from: 'nowhere' } : { from, text };

const withoutThousands = (text: string): string =>
  withThousands.test(text) ? text.replaceAll(',', '') : text;
