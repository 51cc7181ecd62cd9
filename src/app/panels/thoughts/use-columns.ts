import { type RefObject, useLayoutEffect, useState } from 'react';

/** How many columns of at least some width, in rem, fit into an element with gaps between them; kept up to date, and at least 1. */
export function useColumns(
  frame: RefObject<HTMLElement | null>,
  { rem, gap }: { readonly rem: number; readonly gap: number },
): number {
  const [columns, setColumns] = useState(1);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => {
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setColumns(Math.max(1, Math.floor((element.clientWidth / unit + gap) / (rem + gap))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, rem, gap]);
  return columns;
}
