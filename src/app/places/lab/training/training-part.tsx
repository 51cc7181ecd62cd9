import { useEffect, useState } from 'react';
import { decodeTraining } from '#train/training-link.ts';
import { areaFragment } from '#app/store/areas.ts';
import { trainerWords } from '#words/en/trainer.ts';
import page from '../../area-page.module.css';
import { TrainingHome } from './home.tsx';
import { TrainingPage } from './page.tsx';
import { useTrainings } from './use-trainings.ts';

/** Reinforcement learning in the page. @param within the training that the address names, or the link that holds a setup. */
export function TrainingPart({ within }: { readonly within: string | null }) {
  if (within === null) return <TrainingHome />;
  return (
    <>
      <div className={page.back}>
        <a href={areaFragment('lab', 'training')}>{trainerWords.all}</a>
      </div>
      {/^v[0-9]+\./.test(within) ? (
        <Linked key={within} link={within} />
      ) : (
        <TrainingPage key={within} id={within} />
      )}
    </>
  );
}

/** A setup that somebody passed on: ready, and nothing runs by itself. */
function Linked({ link }: { readonly link: string }) {
  const trainings = useTrainings();
  const [read, setRead] = useState<'reading' | 'read' | 'failed'>('reading');
  useEffect(() => {
    let gone = false;
    void decodeTraining(areaFragment('lab', `training/${link}`)).then((decoded) => {
      if (gone) return;
      if (decoded.ok) trainings.setDraft(decoded.setup);
      setRead(decoded.ok ? 'read' : 'failed');
    });
    return () => {
      gone = true;
    };
  }, [link, trainings]);
  if (read === 'failed')
    return (
      <p className={page.root} role="alert">
        {trainerWords.linkFailed}
      </p>
    );
  return read === 'read' ? <TrainingHome fromLink /> : null;
}
