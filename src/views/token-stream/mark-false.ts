import { classes } from '../classes.ts';
import styles from './token-stream.module.css';

/** A stretch of tokens that is false, and what is to be said of it. */
export interface FalseStretch {
  /** Places in the trace: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** False where it is no slip, and only counts for nothing. */
  readonly untrue: boolean;
  readonly note: string;
}

/**
 * Draws one wave under what is false in a stream of tokens, the space between them too, and a mark behind it that says why to whoever points at it, comes to it
 * or taps it. Takes all of that away when it is called back.
 */
export function markFalse(
  root: HTMLElement,
  stretches: readonly FalseStretch[],
  onPoint: (note: string | null, mark: HTMLElement | null) => void,
): () => void {
  if (stretches.length === 0) return () => undefined;
  const tokens = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-index]')].map((token) => [
      Number(token.dataset['index']),
      token,
    ]),
  );
  const waved: HTMLElement[] = [];
  const spaces: HTMLElement[] = [];
  const marks: HTMLElement[] = [];
  for (const { from, to, untrue, note } of stretches) {
    const kind = untrue ? 'untrue' : 'needless';
    let last: HTMLElement | null = null;
    for (let place = from; place < to; place++) {
      const token = tokens.get(place);
      const segment = token?.parentElement;
      if (!segment || token.textContent?.trim() === '') continue;
      const space = segment.previousSibling;
      if (last && last !== segment && space instanceof Text) {
        const wave = document.createElement('span');
        space.replaceWith(wave);
        wave.append(space);
        spaces.push(wave);
        wave.className = classes(styles.segment);
        wave.dataset['false'] = kind;
      }
      segment.dataset['false'] = kind;
      waved.push(segment);
      last = segment;
    }
    if (!last || !tokens.has(to - 1)) continue;
    const mark = markOf(note, onPoint);
    mark.dataset['false'] = kind;
    last.dataset['marked'] = '';
    last.after(mark);
    marks.push(mark);
  }
  return () => {
    for (const segment of waved) {
      delete segment.dataset['false'];
      delete segment.dataset['marked'];
    }
    for (const space of spaces) space.replaceWith(...space.childNodes);
    for (const mark of marks) {
      const line = mark.parentElement;
      mark.remove();
      // Its tokens were taken away while it still stood there.
      if (line && line !== root && !line.hasChildNodes()) line.remove();
    }
  };
}

function markOf(note: string, onPoint: (note: string | null, mark: HTMLElement | null) => void): HTMLElement {
  const mark = document.createElement('button');
  mark.type = 'button';
  mark.className = classes(styles.falseMark);
  mark.setAttribute('aria-label', note);
  const on = () => onPoint(note, mark);
  const off = () => onPoint(null, null);
  mark.addEventListener('pointerenter', on);
  mark.addEventListener('pointerleave', off);
  mark.addEventListener('focus', on);
  mark.addEventListener('blur', off);
  mark.addEventListener('click', (event) => {
    event.stopPropagation();
    on();
  });
  return mark;
}
