import type { ModelProgress } from '../../../worker/lab-messages.ts';
import { catalogModel } from '../../../policy/catalog.ts';
import { useActions, useApp } from '../../store/use-app.tsx';

const phases: Record<ModelProgress['phase'], string> = {
  fetching: 'Fetching the model',
  checking: 'Checking that it arrived whole',
  starting: 'Starting it',
  ready: 'Ready',
};

/** The model is being opened: phase, bytes, and a way out. It floats, so that nothing below it moves. */
export function Opening() {
  const app = useActions();
  const progress = useApp((state) => state.progress);
  const model = useApp((state) => state.draft.model);
  const stopping = useApp((state) => state.phase === 'stopping');
  const known = progress !== null && progress.totalBytes > 0;
  return (
    <div className="stage-card opening" role="group" aria-label="Loading the model">
      <p className="opening-title">{progress ? phases[progress.phase] : 'Opening the model'}</p>
      <p className="quiet">{catalogModel(progress?.model ?? model)?.name ?? model}</p>
      <progress className="progress" aria-label="Model loaded" {...(known ? { value: progress.bytes, max: progress.totalBytes } : {})} />
      <div className="opening-foot">
        <span className="mono quiet">{known ? `${kilobytes(progress.bytes)} of ${kilobytes(progress.totalBytes)} kB` : 'waiting'}</span>
        <button type="button" className="button button-small" onClick={app.cancel} disabled={stopping}>{stopping ? 'Stopping' : 'Cancel'}</button>
      </div>
    </div>
  );
}

const kilobytes = (bytes: number): string => Math.round(bytes / 1000).toLocaleString('en');
