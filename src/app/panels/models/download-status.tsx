import { FailureText } from '#app/ui/failure-text.tsx';
import { downloads } from '#words/en/downloads.ts';
import type { DownloadProgress } from '#worker/library.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { timeLeft } from '#app/models/time-left.ts';
import type { Download } from '#app/store/library-state.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import styles from './download.module.css';
import row from './model-row.module.css';

/** How far a download is, with a way to stop it; or why it failed, with a way to go on. */
export function DownloadStatus({ model, download }: { readonly model: string; readonly download: Download }) {
  const app = useActions();
  const name = spokenName(model);
  const { progress, stopping, failure } = download;
  if (failure) {
    return (
      <div className={styles.question} role="alert">
        <p className={row.fit} data-fit="does-not-fit">
          <Icon name="warning" size={13} />
          <span>
            <FailureText failure={failure} />
          </span>
        </p>
        <div className="row">
          <button
            type="button"
            className="button button-small"
            onClick={() => void app.models.retryDownload(model)}
          >
            {downloads.tryAgain}
          </button>
        </div>
      </div>
    );
  }
  const known = progress !== null && progress.totalBytes > 0;
  return (
    <section className={styles.status} aria-label={downloads.of(name)}>
      <p className={styles.head}>
        <span aria-live="polite">
          {stopping ? downloads.stopping : downloads.phases[progress?.phase ?? 'asking']}
        </span>
        <span className="mono quiet">{known && numbers(progress)}</span>
      </p>
      <progress
        className="progress"
        aria-label={downloads.downloaded(name)}
        {...(known ? { value: progress.bytes, max: progress.totalBytes } : {})}
      />
      <button
        type="button"
        className="button button-small"
        aria-label={downloads.stopOne(name)}
        disabled={stopping}
        onClick={() => app.models.stop(model)}
      >
        {downloads.stop}
      </button>
    </section>
  );
}

function numbers({ bytes, totalBytes, rate }: DownloadProgress): string {
  return [
    downloads.amount({ done: bytes, all: totalBytes }),
    rate === null ? null : downloads.rate(rate),
    timeLeft(totalBytes - bytes, rate),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
