interface FrameRequest {
  readonly callback: () => void;
  readonly patient: boolean;
}

/** Of the next frame: what is to be done in it, by number. */
let waiting = new Map<number, FrameRequest>();
/** What is being done in this one. */
let due = waiting;
let last = 0;

/** Milliseconds of work in a frame after which what is patient leaves out the next one, and from when on it goes on. */
const much = 8;
const rest = 30;
let restsUntil = 0;

/**
 * Calls back in the browser's next frame. All that is asked for is done in one callback of the browser's, in the order of asking,
 * so that React draws once for all of it and not once each. Returns what `cancelFrame` takes, never 0.
 *
 * @param patient leaves out a frame after one that took long, down to 30 a second: what only shows how a run goes on leaves room
 * for what a person does, and for the run itself, which computes on the same cores.
 */
export function requestFrame(callback: () => void, patient = false): number {
  last += 1;
  ask(last, { callback, patient });
  return last;
}

export function cancelFrame(handle: number): void {
  // The browser's callback stays asked for: with nothing to do it costs nothing.
  waiting.delete(handle);
  due.delete(handle);
}

function ask(handle: number, asked: FrameRequest): void {
  if (waiting.size === 0) requestAnimationFrame(doAll);
  waiting.set(handle, asked);
}

function doAll(): void {
  const begun = performance.now();
  let showed = false;
  due = waiting;
  waiting = new Map();
  for (const [handle, asked] of due) {
    if (asked.patient && begun < restsUntil) {
      ask(handle, asked);
      continue;
    }
    showed ||= asked.patient;
    try {
      asked.callback();
    } catch (error) {
      reportError(error);
    }
  }
  // After this frame's layout and painting.
  if (showed)
    setTimeout(() => {
      restsUntil = performance.now() - begun > much ? begun + rest : 0;
    });
}
