import type { Locator } from '@playwright/test';

/** The labels in a part of the page that are not wholly in sight, be it below a fold or out of the window. */
export const labelsOutOfSight = (part: Locator): Promise<readonly string[]> =>
  part.locator('label').evaluateAll((labels) => {
    const within = (label: Element, edge: Element | null): boolean => {
      if (edge === null) return label.getBoundingClientRect().bottom <= innerHeight;
      const { overflowY } = getComputedStyle(edge);
      const clips = overflowY === 'auto' || overflowY === 'scroll';
      return (
        (!clips || label.getBoundingClientRect().bottom <= edge.getBoundingClientRect().bottom) &&
        within(label, edge.parentElement)
      );
    };
    return labels
      .filter((label) => !within(label, label.parentElement))
      .map((label) => label.textContent ?? '');
  });
