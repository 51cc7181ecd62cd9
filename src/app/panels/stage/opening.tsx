import type { ModelProgress } from '../../../worker/lab-messages.ts';
import { catalogModel } from '../../../policy/catalog.ts';
import { useActions, useApp } from '../../store/use-app.tsx';
import { Icon } from '../../ui/icon.tsx';

const phases: Record<ModelProgress['phase'], string> = {
  fetching: 'Fetching the model',
  checking: 'Checking that it arrived whole',
  starting: 'Starting it',
  ready: 'Ready',
};

/** Whether the model is being opened for a run that has no event yet. */
export function useOpening(): boolean {
  return useApp((state) => state.phase === 'opening' || (state.phase === 'stopping' && state.log === null));
}

/** The model is being opened: phase, bytes, and a way out. */
export function Opening() {
  const app = useActions();
  const progress = useApp((state) => state.progress);
  const model = useApp((state) => state.draft.model);
  const stopping = useApp((state) => state.phase === 'stopping');
  const known = progress !== null && progress.totalBytes > 0;
  return (
    <section className="stage-card" aria-label="Loading the model">
      <p className="stage-card-title">{progress ? phases[progress.phase] : 'Opening the model'}</p>
      <p className="quiet">{catalogModel(progress?.model ?? model)?.name ?? model}</p>
      <progress className="progress" aria-label="Model loaded" {...(known ? { value: progress.bytes, max: progress.totalBytes } : {})} />
      <div className="opening-foot">
        <span className="mono quiet">{known ? `${kilobytes(progress.bytes)} of ${kilobytes(progress.totalBytes)} kB` : 'waiting'}</span>
        <button type="button" className="button button-small" onClick={app.cancel} disabled={stopping}>{stopping ? 'Stopping' : 'Cancel'}</button>
      </div>
    </section>
  );
}

const kilobytes = (bytes: number): string => Math.round(bytes / 1000).toLocaleString('en');

/** The run never began: what, why and what to do. */
export function OpeningFailure() {
  const app = useActions();
  const failure = useApp((state) => state.openingFailure);
  if (!failure) return null;
  return (
    <div className="stage-card stage-failure" role="alert">
      <p className="stage-card-title"><Icon name="warning" size={18} />The run could not start</p>
      <p>{failure.message}</p>
      <p className="quiet">{failure.advice}</p>
      <div className="row">
        <button type="button" className="button button-primary" onClick={app.run}>Try again</button>
        <button type="button" className="button" onClick={app.dismissFailure}>Close</button>
      </div>
    </div>
  );
}
