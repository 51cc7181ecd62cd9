import type { LoggedToken } from '#run/token.ts';
import { endsLine, type Segment, type TextPiece } from '#run/trace-text.ts';
import { stage } from '#words/en/stage.ts';
import { doubtClass } from '../probability.ts';
import { tokenLabel } from './token-label.ts';
import { classes } from '../classes.ts';
import styles from './token-stream.module.css';

export interface TokenStreamHandlers {
  /** The pointer or the focus is on a token; null when it left. */
  readonly onPoint: (index: number | null, element: HTMLElement | null) => void;
  readonly onSelect: (index: number) => void;
}

export interface TokenStreamPicture {
  /** Draws what is new and takes away what is no longer there; the rest is left alone. */
  update(segments: readonly Segment[]): void;
  /** Marks the selected token, by its position in the trace. */
  mark(index: number | null): void;
  /** Whether Tab comes here; clicking and arrow keys work regardless. */
  setTabStop(on: boolean): void;
  destroy(): void;
}

interface Drawn {
  readonly segment: Segment;
  readonly nodes: readonly ChildNode[];
  readonly line: HTMLElement;
}

/**
 * Text of a trace, one span a token, one line a step, or a line of what the model wrote. Nodes are written directly and only for new tokens: at thousands
 * of tokens a second on dozens of cards, letting React compare whole traces would keep the page busy.
 *
 * One token at a time is in the tab order (arrow keys move on), so that a trace costs one tab stop.
 */
export function createTokenStream(root: HTMLElement, handlers: TokenStreamHandlers): TokenStreamPicture {
  const drawn: Drawn[] = [];
  let spans = new Map<number, HTMLElement>();
  let reachable: HTMLElement | null = null;
  let tabStop = true;
  let marked: HTMLElement | null = null;
  let markedIndex: number | null = null;

  function drawPiece(piece: TextPiece): HTMLElement {
    const span = document.createElement('span');
    span.className = classes(styles.token);
    span.translate = false;
    span.textContent = spaceBefore(piece.token.text) ? piece.token.text.slice(1) : piece.token.text;
    span.dataset['index'] = String(piece.index);
    const doubt = doubtClass(piece.token.logprob);
    if (doubt !== null) span.dataset['doubt'] = String(doubt);
    if (piece.token.forced) {
      span.dataset['forced'] = '';
      span.dataset['mark'] = stage.forcedMark;
    }
    span.tabIndex = -1;
    tokens.set(span, piece.token);
    spans.set(piece.index, span);
    if (!reachable) makeReachable(span);
    if (piece.index === markedIndex) setMarked(span);
    return span;
  }

  function draw(segment: Segment): void {
    const last = drawn.at(-1);
    const startsLine = !last || endsLine(last.segment) || segment.role === 'wait';
    const line = startsLine ? root.appendChild(newLine(segment)) : last.line;
    const nodes: ChildNode[] = [];
    if (segment.spaced && !startsLine) nodes.push(line.appendChild(document.createTextNode(' ')));
    const holder = document.createElement('span');
    holder.className = classes(styles.segment);
    holder.dataset['role'] = segment.role;
    if (isOperator(segment.text)) holder.dataset['operator'] = '';
    if (segment.pieces.length > 1) holder.dataset['number'] = '';
    for (const piece of segment.pieces) {
      // Outside the token, so that its underline does not run into the one before.
      if (spaceBefore(piece.token.text)) holder.append(' ');
      holder.append(drawPiece(piece));
    }
    nodes.push(line.appendChild(holder));
    drawn.push({ segment, nodes, line });
  }

  function undraw(): void {
    const last = drawn.pop();
    if (!last) return;
    const { segment, nodes, line } = last;
    for (const { index } of segment.pieces) {
      const span = spans.get(index);
      if (span && span === reachable) reachable = null;
      if (span && span === marked) marked = null;
      spans.delete(index);
    }
    for (const node of nodes) node.remove();
    if (!line.hasChildNodes()) line.remove();
  }

  function makeReachable(span: HTMLElement): void {
    if (reachable && reachable !== span) {
      reachable.tabIndex = -1;
      reachable.removeAttribute('role');
      reachable.removeAttribute('aria-label');
    }
    reachable = span;
    span.tabIndex = tabStop ? 0 : -1;
    span.setAttribute('role', 'button');
    const token = tokens.get(span);
    span.setAttribute('aria-label', token ? tokenLabel(token) : '');
  }

  function setMarked(span: HTMLElement | null): void {
    marked?.removeAttribute('data-selected');
    marked = span;
    span?.setAttribute('data-selected', '');
  }

  const tokenAt = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  const indexOf = (span: HTMLElement): number => Number(span.dataset['index']);

  function onKey(event: KeyboardEvent): void {
    const span = tokenAt(event.target);
    if (!span || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return handlers.onSelect(indexOf(span));
    }
    const next = neighbour(root, span, event.key);
    if (!next) return;
    event.preventDefault();
    makeReachable(next);
    next.focus();
  }

  const onOver = (event: Event) => {
    const span = tokenAt(event.target);
    if (span) handlers.onPoint(indexOf(span), span);
  };
  const onOut = () => handlers.onPoint(null, null);
  const onClick = (event: Event) => {
    const span = tokenAt(event.target);
    if (!span) return;
    makeReachable(span);
    handlers.onSelect(indexOf(span));
  };
  root.addEventListener('pointerover', onOver);
  root.addEventListener('pointerleave', onOut);
  root.addEventListener('focusin', onOver);
  root.addEventListener('focusout', onOut);
  root.addEventListener('click', onClick);
  root.addEventListener('keydown', onKey);

  return {
    update(segments) {
      let same = 0;
      for (const segment of segments) {
        const before = drawn[same]?.segment;
        if (!before || !alike(before, segment)) break;
        same++;
      }
      while (drawn.length > same) undraw();
      for (const segment of segments.slice(same)) draw(segment);
      const first = root.querySelector<HTMLElement>('[data-index]');
      if (!reachable && first) makeReachable(first);
    },
    mark(index) {
      markedIndex = index;
      setMarked(index === null ? null : (spans.get(index) ?? null));
    },
    setTabStop(on) {
      tabStop = on;
      if (reachable) reachable.tabIndex = on ? 0 : -1;
    },
    destroy() {
      root.removeEventListener('pointerover', onOver);
      root.removeEventListener('pointerleave', onOut);
      root.removeEventListener('focusin', onOver);
      root.removeEventListener('focusout', onOut);
      root.removeEventListener('click', onClick);
      root.removeEventListener('keydown', onKey);
      root.replaceChildren();
      spans = new Map();
    },
  };
}

/** Tokens of large models begin with their space. */
const spaceBefore = (text: string): boolean => /^ [^\s]/.test(text);

const isOperator = (text: string): boolean => /^[-+*/=×÷−]$/.test(text);

/** What each is: how it is read out is said of the one that Tab comes to. */
const tokens = new WeakMap<HTMLElement, LoggedToken>();

function newLine(segment: Segment): HTMLElement {
  const line = document.createElement('div');
  line.dataset['line'] = '';
  line.className = segment.role === 'wait' ? classes(styles.line, styles.wait) : classes(styles.line);
  if (segment.role === 'wait') line.dataset['mark'] = stage.waitMark;
  if (segment.role === 'wait' && segment.forced) line.dataset['forced'] = '';
  return line;
}

function alike(a: Segment, b: Segment): boolean {
  return (
    a === b ||
    (a.text === b.text &&
      a.spaced === b.spaced &&
      a.pieces.length === b.pieces.length &&
      a.pieces.every((piece, i) => piece.token === b.pieces[i]?.token))
  );
}

/** The token an arrow key leads to: along the text, or to the same place of the line above or below. */
function neighbour(root: HTMLElement, span: HTMLElement, key: string): HTMLElement | null {
  const all = [...root.querySelectorAll<HTMLElement>('[data-index]')];
  const at = all.indexOf(span);
  switch (key) {
    case 'ArrowRight':
      return all[at + 1] ?? null;
    case 'ArrowLeft':
      return all[at - 1] ?? null;
    case 'Home':
      return all[0] ?? null;
    case 'End':
      return all.at(-1) ?? null;
    case 'ArrowUp':
    case 'ArrowDown': {
      const line = span.closest('[data-line]');
      const other = key === 'ArrowDown' ? line?.nextElementSibling : line?.previousElementSibling;
      const here = line ? [...line.querySelectorAll('[data-index]')].indexOf(span) : 0;
      const there = other ? [...other.querySelectorAll<HTMLElement>('[data-index]')] : [];
      return there[Math.min(here, there.length - 1)] ?? null;
    }
    default:
      return null;
  }
}
