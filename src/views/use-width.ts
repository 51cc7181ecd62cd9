import { type RefObject, useLayoutEffect, useState } from 'react';
import { surely } from '#experiment/surely.ts';

/** Width of an element in CSS pixels, kept up to date; 0 before the first layout. */
export function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = surely(frame.current, 'element');
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
