/** Which records changed, in this tab or in another one. */
export type Changed = 'runs' | 'sweeps' | 'models';

const name = 'second-thought.records';
const listeners = new Set<(changed: Changed) => void>();
let channel: BroadcastChannel | null = null;

const tell = (changed: Changed) => {
  for (const listener of listeners) listener(changed);
};

/** Where the browser has no channels, each tab knows of itself. */
function open(): BroadcastChannel | null {
  if (channel || !('BroadcastChannel' in globalThis)) return channel;
  channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'runs' || data === 'sweeps' || data === 'models') tell(data);
  };
  return channel;
}

/** Calls back when records were written or removed, here or in another tab. Returns what ends it. */
export function onRecordsChanged(listener: (changed: Changed) => void): () => void {
  open();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = null;
  };
}

/** Says to all tabs, this one too, that records have changed. */
export function recordsChanged(changed: Changed): void {
  tell(changed);
  open()?.postMessage(changed);
}
