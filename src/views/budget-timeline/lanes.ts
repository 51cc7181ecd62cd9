/** A piece of text on a line: where it points to and how wide it is. */
export interface Label {
  readonly at: number;
  readonly width: number;
}

export interface PlacedLabel {
  /** Left edge. */
  readonly x: number;
  readonly lane: number;
}

/** Puts labels below what they point to, in as few lanes as it takes that none covers another; all stay within the width. */
export function placeLabels(labels: readonly Label[], width: number, gap = 10): readonly PlacedLabel[] {
  const ends: number[] = [];
  return labels.map((label) => {
    const x = Math.max(0, Math.min(width - label.width, label.at - label.width / 2));
    let lane = ends.findIndex((end) => end + gap <= x);
    if (lane < 0) lane = ends.length;
    ends[lane] = x + label.width;
    return { x, lane };
  });
}
