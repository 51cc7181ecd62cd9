import { room } from '../language.ts';
import { number } from './format.ts';

/** The timeline: play, step and where the cursor is. */
export const transport = room('transport', {
  title: 'Timeline',
  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',
  playKey: (name: string) => `${name} (Space)`,
  toStart: 'To the start',
  toStartKey: 'To the start (Home)',
  back: 'Step back',
  backKey: 'Step back (,)',
  on: 'Step on',
  onKey: 'Step on (.)',
  toEnd: 'To the end',
  toEndKey: 'To the end (End)',
  before: 'Before the first step.',
  nothing: 'Nothing has happened yet.',
  count: (cursor: number, length: number) => `${number(cursor)} / ${number(length)}`,
  step: 'Step of the run',
  stepIs: ({ cursor, length, sentence }: { cursor: number; length: number; sentence: string }) =>
    `Step ${cursor} of ${length}: ${sentence}`,
  speed: 'Speed',
  perSecond: (steps: number) => `${number(steps)} steps/s`,
  speeds: { 'in-five-seconds': 'in 5 seconds', 'as-it-happened': 'real time' },
});
