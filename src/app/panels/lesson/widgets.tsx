import type { ComponentType } from 'react';
import type { RunState } from '#run/state.ts';
import type { PageWidget } from '#learn/chapter.ts';

export interface WidgetProps {
  /** What the page says it is about. */
  readonly about: string | null;
  /** The run on the stage, where it is the page's and finished. */
  readonly run: RunState | null;
}

const widgets: { readonly [Kind in PageWidget]?: ComponentType<WidgetProps> } = {};

/** A part that a page brings along, fetched when it is first shown. */
export function Widget({ kind, ...props }: WidgetProps & { readonly kind: PageWidget }) {
  const Shown = widgets[kind];
  return Shown ? <Shown {...props} /> : null;
}
