import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Comparison } from '#experiment/comparison.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { Moment } from '#experiment/moment.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { withLanguage } from '../language.ts';
import { useActions, useApp } from '../store/use-app.tsx';

/** The fragment of a link; empty until it is written. A moment without anything in it is none. */
export function useFragment(experiment: Experiment, moment: Moment): string {
  const app = useActions();
  const comparing = useComparing();
  const [written, setWritten] = useState('');
  const asked = JSON.stringify(moment);
  useEffect(() => {
    let gone = false;
    const { arms, tokens } = app.runs.compare.store.getState();
    const comparison: Comparison | undefined = comparing ? { arms, tokens } : undefined;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written just above
    const opened = asked === '{}' ? undefined : (JSON.parse(asked) as Moment);
    void encodeExperiment(experiment, comparison, opened).then((fragment) => {
      if (!gone) setWritten(fragment);
    });
    return () => {
      gone = true;
    };
  }, [app, experiment, comparing, asked]);
  return written;
}

/** Whether what is passed on is strategies or models side by side, and no single run. */
export function useComparing(): boolean {
  const ofArms = useStore(useActions().runs.compare.store, ({ subject }) => subject.kind === 'arms');
  return useApp((state) => state.tab === 'compare') && ofArms;
}

/** The address of this page, without what was asked of it but the language. */
export function pageAddress(query = ''): string {
  return withLanguage(`${location.href.split(/[?#]/)[0] ?? ''}${query}`);
}
