import { algorithmSteps } from '#run/algorithm-steps.ts';
import type { LogEntry } from '#run/events.ts';
import { gifWriter } from './gif.ts';
import type { Picture } from './picture.ts';
import { rasterOf } from './raster.ts';

/** Frames of one animation at most, and pixels of each. */
const animationLimits = { frames: 72, pixels: 1.1e6 } as const;

/** Where a run is shown, frame by frame: its algorithm's steps, where it has some; thinned out evenly where there are many. */
export function framesOf(log: readonly LogEntry[]): readonly number[] {
  const steps = algorithmSteps(log).map(({ cursor }) => cursor);
  const places =
    steps.length >= 8
      ? steps
      : Array.from({ length: 40 }, (_, at) => Math.round(((at + 1) / 40) * log.length));
  const all = [...new Set([0, ...places, log.length])].sort((a, b) => a - b);
  if (all.length <= animationLimits.frames) return all;
  const every = (all.length - 1) / (animationLimits.frames - 1);
  return Array.from({ length: animationLimits.frames }, (_, at) => all[Math.round(at * every)] ?? 0);
}

/** The same of several runs, over their one timeline. @param extent where the last of them ends */
export const framesOver = (extent: number): readonly number[] =>
  Array.from({ length: 41 }, (_, at) => (at / 40) * extent);

export interface AnimationNeeds {
  readonly places: readonly number[];
  /** Goes to a place and comes back once it is drawn. */
  readonly show: (cursor: number) => Promise<void>;
  /** The picture as it stands, at least this large inside. */
  readonly take: (least: { readonly width: number; readonly height: number }) => Picture;
  /** @param share done, from 0 to 1 */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** A run as an animation of one picture: a GIF, since slides, notebooks and chats all play it. Rejects where it is cancelled. */
export async function animationOf({ places, show, take, onProgress, signal }: AnimationNeeds): Promise<Blob> {
  // All frames are as large as the largest: the last, but for what folds away.
  let least = { width: 0, height: 0 };
  const pictures: Picture[] = [];
  for (const cursor of [places.at(-1) ?? 0, ...places]) {
    signal.throwIfAborted();
    await show(cursor);
    const picture = take(least);
    least = picture.inner;
    pictures.push(picture);
    onProgress((0.4 * pictures.length) / (places.length + 1));
  }
  const frames = pictures.slice(1);
  const width = Math.max(...frames.map((one) => one.width));
  const height = Math.max(...frames.map((one) => one.height));
  const scale = Math.min(1.5, Math.sqrt(animationLimits.pixels / (width * height)));
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const writer = gifWriter(w, h);
  const hold = frames.length > 40 ? 25 : 50;
  for (const [index, frame] of frames.entries()) {
    signal.throwIfAborted();
    const canvas = await rasterOf(frame, scale, { width: w, height: h });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context) writer.add(context.getImageData(0, 0, w, h), index === frames.length - 1 ? 300 : hold);
    onProgress(0.4 + (0.6 * (index + 1)) / frames.length);
  }
  return writer.end();
}
