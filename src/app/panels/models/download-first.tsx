import { downloads } from '#words/en/downloads.ts';
import { modelList } from '#words/en/model-list.ts';
import { modelsFor } from '#policy/models.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { DownloadQuestion } from './download-question.tsx';
import { DownloadStatus } from './download-status.tsx';
import styles from './download.module.css';
import row from './model-row.module.css';

/** What Run says of a model that is not here yet: fetch it, or think with another. Closing it changes nothing, and stops no download. */
export function DownloadFirst() {
  const app = useActions();
  const question = useApp((state) => state.library.question);
  const download = useApp((state) => (question ? state.library.downloads.get(question.model) : undefined));
  const family = useApp((state) => state.draft.problem.family);
  const [embedded] = modelsFor(family);
  if (!question) return null;
  return (
    <div className={styles.first}>
      <p className={row.name} translate="no">
        {spokenName(question.model)}
      </p>
      {download ? (
        <DownloadStatus model={question.model} download={download} />
      ) : (
        <DownloadQuestion model={question.model} />
      )}
      {download && !download.failure && (
        <p className="quiet">{question.thenRun ? downloads.youCanCloseThenRun : downloads.youCanClose}</p>
      )}
      <p className={`${styles.other} quiet`}>
        {downloads.without}{' '}
        {embedded && (
          <button
            type="button"
            className="button button-small"
            onClick={() => {
              app.setup.setModel(embedded.id);
              app.view.openDialog('none');
            }}
          >
            {modelList.takeOne(spokenName(embedded.id))}
          </button>
        )}{' '}
        <button type="button" className="button button-small" onClick={() => app.view.openDialog('models')}>
          {modelList.all}
        </button>
      </p>
    </div>
  );
}
