import { modelName, modelsFor } from '#policy/models.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { DownloadQuestion } from './download-question.tsx';
import { DownloadStatus } from './download-status.tsx';

/** What Run says of a model that is not here yet: fetch it, or think with another. Closing it changes nothing, and stops no download. */
export function DownloadFirst() {
  const app = useActions();
  const question = useApp((state) => state.library.question);
  const download = useApp((state) => (question ? state.library.downloads.get(question.model) : undefined));
  const family = useApp((state) => state.draft.problem.family);
  const [embedded] = modelsFor(family);
  if (!question) return null;
  return (
    <div className="download-first">
      <p className="model-name">{modelName(question.model)}</p>
      {download ? (
        <DownloadStatus model={question.model} download={download} />
      ) : (
        <DownloadQuestion model={question.model} />
      )}
      {download && !download.failure && (
        <p className="quiet">
          You can close this: the download goes on
          {question.thenRun && ', and Run is yours to press afterwards'}.
        </p>
      )}
      <p className="download-other quiet">
        Without a download:{' '}
        {embedded && (
          <button
            type="button"
            className="button button-small"
            onClick={() => {
              app.setup.setModel(embedded.id);
              app.view.openDialog('none');
            }}
          >
            Use {embedded.name}
          </button>
        )}{' '}
        <button type="button" className="button button-small" onClick={() => app.view.openDialog('models')}>
          All models
        </button>
      </p>
    </div>
  );
}
