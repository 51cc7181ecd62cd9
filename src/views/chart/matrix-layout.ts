/** How a way to answer came out on a problem. */
export type MarkState = 'right' | 'wrong' | 'mixed' | 'failed' | 'ungraded' | 'waiting';
export const stateNames: readonly MarkState[] = ['right', 'mixed', 'wrong', 'failed', 'ungraded', 'waiting'];

export interface MatrixMark {
  readonly state: MarkState;
  /** Of its repeats, those that are right; null where none was graded. */
  readonly share: number | null;
}

/** A cell by its line and its column. */
export interface MatrixSpot {
  readonly arm: number;
  readonly problem: number;
}

interface MatrixShape {
  readonly arms: number;
  readonly problems: number;
}

/** All lengths in CSS pixels. */
export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  /** From a column to the next, and from a line to the next; marks leave a gap between them. */
  readonly step: number;
  readonly line: number;
}

/** Narrower cells could not be told apart: then the matrix is wider than its frame and scrolls. */
const narrowest = 5;
const widest = 26;
/** Browsers draw no canvas much wider, of several pixels to one of the page. */
const mostWidth = 5400;
const lineHeight = 26;

export function matrixLayout({ arms, problems }: MatrixShape, width: number, scale: number): MatrixLayout {
  const fitting = Math.min(widest * scale, Math.floor((width * 2) / Math.max(1, problems)) / 2);
  const step = Math.max(Math.min(narrowest, mostWidth / Math.max(1, problems)), fitting);
  const line = lineHeight * scale;
  return { width: Math.max(1, step * problems), height: Math.max(1, line * arms), step, line };
}

/** The cell below a place. */
export function cellAtPlace(
  { step, line }: MatrixLayout,
  { arms, problems }: MatrixShape,
  left: number,
  top: number,
): MatrixSpot | null {
  const cell = { arm: Math.floor(top / line), problem: Math.floor(left / step) };
  const inside = cell.arm >= 0 && cell.arm < arms && cell.problem >= 0 && cell.problem < problems;
  return inside ? cell : null;
}

/** The cell to which a key leads; null where it leads nowhere. */
export function moveInMatrix(
  { arm, problem }: MatrixSpot,
  key: string,
  { arms, problems }: MatrixShape,
): MatrixSpot | null {
  const inArms = (value: number) => Math.max(0, Math.min(arms - 1, value));
  const inProblems = (value: number) => Math.max(0, Math.min(problems - 1, value));
  switch (key) {
    case 'ArrowLeft':
      return { arm, problem: inProblems(problem - 1) };
    case 'ArrowRight':
      return { arm, problem: inProblems(problem + 1) };
    case 'ArrowUp':
      return { arm: inArms(arm - 1), problem };
    case 'ArrowDown':
      return { arm: inArms(arm + 1), problem };
    case 'PageUp':
      return { arm, problem: inProblems(problem - 20) };
    case 'PageDown':
      return { arm, problem: inProblems(problem + 20) };
    case 'Home':
      return { arm, problem: 0 };
    case 'End':
      return { arm, problem: problems - 1 };
    default:
      return null;
  }
}
