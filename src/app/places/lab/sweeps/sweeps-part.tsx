import { useEffect, useState } from 'react';
import { decodeSweep } from '#lab/sweeps/sweep-link.ts';
import { areaFragment } from '#app/store/areas.ts';
import { emptySweep } from '#app/sweeps/sweep-presets.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import page from '../../area-page.module.css';
import { draftAddress } from './go-to.ts';
import { SweepEditor } from './sweep-editor.tsx';
import { SweepHome } from './sweep-home.tsx';
import { SweepView } from './sweep-view.tsx';
import { useSweeps, useSweepsState } from './use-sweeps.ts';

/** Sweeps: set up, run, kept and shown. @param within the sweep that the address names, or the link that holds one. */
export function SweepsPart({ within }: { readonly within: string | null }) {
  if (within === null) return <SweepHome />;
  return (
    <>
      <div className={page.back}>
        <a href={areaFragment('lab', 'sweeps')}>{sweepWords.all}</a>
      </div>
      {within.startsWith('sweep/') ? (
        <LinkedSweep key={within} link={within} />
      ) : `sweeps/${within}` === draftAddress ? (
        <Drafted />
      ) : (
        <SweepView key={within} id={within} />
      )}
    </>
  );
}

function Drafted() {
  const draft = useSweepsState((state) => state.draft);
  return <SweepEditor draft={draft ?? emptySweep} fromLink={false} />;
}

/** A sweep that somebody passed on: ready, and nothing runs by itself. */
function LinkedSweep({ link }: { readonly link: string }) {
  const sweeps = useSweeps();
  const [read, setRead] = useState<'reading' | 'read' | 'failed'>('reading');
  const draft = useSweepsState((state) => state.draft);
  useEffect(() => {
    let gone = false;
    void decodeSweep(areaFragment('lab', link)).then((decoded) => {
      if (gone) return;
      if (decoded.ok) sweeps.setDraft(decoded.sweep);
      setRead(decoded.ok ? 'read' : 'failed');
    });
    return () => {
      gone = true;
    };
  }, [link, sweeps]);
  if (read === 'failed')
    return (
      <p className={page.root} role="alert">
        {sweepWords.linkFailed}
      </p>
    );
  return read === 'read' && draft ? <SweepEditor draft={draft} fromLink /> : null;
}
