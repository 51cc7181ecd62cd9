import type { ReactNode } from 'react';

/** The places of the page, in its header. */
export function PlaceLinks(): ReactNode {
  return null;
}
