import { useEffect, useState } from 'react';
import { embeddedModel } from '#policy/models.ts';
import { TrainingCurve } from '#views/training-curve/training-curve.tsx';
import { type LoadedCurve, loadCurve } from '#app/training/load-curve.ts';
import { curveUnits } from '#app/training/story.ts';
import { FailureText } from '#app/ui/failure-text.tsx';
import { training } from '#words/en/training.ts';

/** How a model learnt from its own traces, step by step. @param about its id. */
export function CurveWidget({ about }: { readonly about: string | undefined }) {
  const learnt = embeddedModel(about ?? '')?.learnt;
  const [loaded, setLoaded] = useState<LoadedCurve | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    void loadCurve(about ?? '', abort.signal).then((result) => abort.signal.aborted || setLoaded(result));
    return () => abort.abort();
  }, [about]);
  if (!learnt) return null;
  if (!loaded) return <p className="quiet">{training.fetching}</p>;
  if (!loaded.ok)
    return (
      <p role="alert">
        <FailureText failure={loaded.failure} />
      </p>
    );
  return <TrainingCurve points={loaded.curve.steps} unit={curveUnits[learnt.by]} />;
}
