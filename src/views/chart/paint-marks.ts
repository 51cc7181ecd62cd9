import type { MatrixLayout, MatrixMark, MatrixSpot } from './matrix-layout.ts';

/** The page's own colours for the marks of a matrix. */
interface MatrixColours {
  readonly right: string;
  readonly wrong: string;
  readonly ground: string;
  readonly quiet: string;
  readonly ink: string;
}

/** Colours as they are now: where a person's system forces its own, those. */
export function matrixColours(element: Element): MatrixColours {
  if (matchMedia('(forced-colors: active)').matches)
    return {
      right: 'CanvasText',
      wrong: 'CanvasText',
      ground: 'Canvas',
      quiet: 'GrayText',
      ink: 'Highlight',
    };
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    right: of('right-mark'),
    wrong: of('wrong-mark'),
    ground: of('sunken'),
    quiet: of('neutral-mark'),
    ink: of('ink'),
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Height tells what colour does: right fills its box, wrong is a bar at the bottom, and repeats that disagree fill the share that
 * is right. What failed is a cross, what nobody can grade a ring, what is to come a faint box.
 */
export function paintMark(
  context: CanvasRenderingContext2D,
  { state, share }: MatrixMark,
  { left, top, width, height }: Box,
  colours: MatrixColours,
): void {
  const bar = (from: number, colour: string) => {
    context.fillStyle = colour;
    context.fillRect(left, top + from * height, width, (1 - from) * height);
  };
  if (state !== 'right') bar(0, colours.ground);
  switch (state) {
    case 'right':
      return bar(0, colours.right);
    case 'wrong':
      return bar(0.76, colours.wrong);
    case 'mixed':
      bar(0.76, colours.wrong);
      return bar(1 - (share ?? 0.5), colours.right);
    case 'failed':
    case 'ungraded': {
      const half = Math.min(width, height) / 2 - 0.5;
      const [x, y] = [left + width / 2, top + height / 2];
      context.strokeStyle = colours.quiet;
      context.lineWidth = Math.min(1.5, width / 4);
      context.beginPath();
      if (state === 'ungraded') context.arc(x, y, Math.max(1, half - 1), 0, 2 * Math.PI);
      else {
        context.moveTo(x - half, y - half);
        context.lineTo(x + half, y + half);
        context.moveTo(x + half, y - half);
        context.lineTo(x - half, y + half);
      }
      return context.stroke();
    }
    case 'waiting':
      return;
  }
}

export function paintMatrix(
  context: CanvasRenderingContext2D,
  {
    problems,
    layout: { step, line },
    at,
  }: {
    readonly problems: readonly { readonly marks: readonly MatrixMark[] }[];
    readonly layout: MatrixLayout;
    readonly at: MatrixSpot | null;
  },
  colours: MatrixColours,
): void {
  const gap = step > 8 ? 2 : step > 3 ? 1 : 0;
  const boxOf = (arm: number, problem: number): Box => ({
    left: problem * step + gap / 2,
    top: arm * line + 2,
    width: step - gap,
    height: line - 4,
  });
  for (const [problem, { marks }] of problems.entries())
    for (const [arm, mark] of marks.entries()) paintMark(context, mark, boxOf(arm, problem), colours);
  if (!at) return;
  const { left, top, width, height } = boxOf(at.arm, at.problem);
  context.strokeStyle = colours.ink;
  context.lineWidth = 2;
  context.strokeRect(left, top, width, height);
}
