import { useEffect, useState } from 'react';
import type { StudiedTrace } from '#lab/rollouts/studied-trace.ts';
import type { TokenId } from '#policy/language-model.ts';
import { embeddedModel, verifiersFor } from '#policy/models.ts';
import { labWorkers } from '../../lab-workers.ts';

/** The models whose value head can judge steps of this one: itself, and the process reward models of its family. */
export function headsFor(model: string): readonly string[] {
  const own = embeddedModel(model);
  const [family] = own?.families ?? [];
  if (!own || !family) return [];
  const judges = verifiersFor(family).filter(({ verifier }) => verifier === 'process');
  return [...(own.capabilities.valueHead ? [own.id] : []), ...judges.map(({ id }) => id)];
}

/** What a value head makes of each step; null before all prefixes are known, and where it cannot read them. */
export function useValues(
  trace: StudiedTrace | null,
  prefixes: readonly (readonly TokenId[] | null)[],
  head: string | null,
): readonly number[] | null {
  const read = trace && valuePrefixes(trace, prefixes);
  const key = read && head !== null ? JSON.stringify([head, read]) : null;
  const [found, setFound] = useState<{ readonly key: string; readonly values: readonly number[] } | null>(
    null,
  );
  useEffect(() => {
    if (!trace || !read || head === null || key === null) return;
    const stop = new AbortController();
    headValues(trace.experiment.model, read, head, stop.signal).then(
      (values) => stop.signal.aborted || setFound({ key, values }),
      () => undefined,
    );
    return () => stop.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says what is read
  }, [key]);
  return found !== null && found.key === key ? found.values : null;
}

export function headValues(
  model: string,
  prefixes: readonly (readonly TokenId[])[],
  head: string,
  signal: AbortSignal,
): Promise<readonly number[]> {
  return labWorkers().values({ model: head, prefixes, writtenBy: model }, { signal });
}

/**
 * What a value head reads of each step: up to its end. A last step without the sign that ends one ends with the text, which is where
 * value heads are trained.
 */
export function valuePrefixes(
  { steps }: StudiedTrace,
  prefixes: readonly (readonly TokenId[] | null)[],
): readonly (readonly TokenId[])[] | null {
  const read = steps.flatMap(({ behind }, step) => {
    const prefix = prefixes[step + 1];
    return prefix ? [[...prefix, ...behind.map(({ id }) => id)]] : [];
  });
  return read.length === steps.length ? read : null;
}
