import { useEffect, useState } from 'react';
import { toFailure } from '#policy/policy-error.ts';
import type { Failure } from '#run/events.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';

/** Whether the server at an address was agreed to; null until it is known which were, on earlier visits too. */
export function useAgreed(address: string): boolean | null {
  const app = useActions();
  const [read, setRead] = useState(false);
  useEffect(() => {
    let gone = false;
    void app.models.servers().then(
      () => !gone && setRead(true),
      () => !gone && setRead(true),
    );
    return () => {
      gone = true;
    };
  }, [app]);
  const known = useApp(({ library }) => library.servers.some((server) => server.address === address));
  return known || (read ? false : null);
}

/** Adds a server, once a person has said so. Nothing is sent before. */
export function useAgree(address: string) {
  const app = useActions();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** Resolves with whether the server answered. */
  async function agree(): Promise<boolean> {
    setAsking(true);
    setFailure(null);
    let found: Failure | 'no-address' | null;
    try {
      found = await (await app.models.servers()).add(address, '', false, new AbortController().signal);
    } catch (error) {
      found = toFailure(error);
    }
    setAsking(false);
    if (found !== null && found !== 'no-address') setFailure(found);
    return found === null;
  }
  return { agree, asking, failure };
}
