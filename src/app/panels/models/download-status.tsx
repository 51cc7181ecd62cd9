import { FailureText } from '#app/ui/failure-text.tsx';
import type { DownloadProgress } from '#worker/library.ts';
import { bytesText, rateText, timeLeftText } from '#app/models/amounts.ts';
import { modelName } from '#policy/models.ts';
import type { Download } from '#app/store/library-state.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';

/** How far a download is, with a way to stop it; or why it failed, with a way to go on. */
export function DownloadStatus({ model, download }: { readonly model: string; readonly download: Download }) {
  const app = useActions();
  const name = modelName(model);
  const { progress, stopping, failure } = download;
  if (failure) {
    return (
      <div className="model-question" role="alert">
        <p className="model-fit" data-fit="does-not-fit">
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
            Try again
          </button>
        </div>
      </div>
    );
  }
  const known = progress !== null && progress.totalBytes > 0;
  return (
    <section className="model-download" aria-label={`Download of ${name}`}>
      <p className="model-download-head">
        <span aria-live="polite">{stopping ? 'Stopping' : phaseWords(progress?.phase ?? 'asking')}</span>
        <span className="mono quiet">{known && numbers(progress)}</span>
      </p>
      <progress
        className="progress"
        aria-label={`${name} downloaded`}
        {...(known ? { value: progress.bytes, max: progress.totalBytes } : {})}
      />
      <button
        type="button"
        className="button button-small"
        disabled={stopping}
        onClick={() => app.models.stop(model)}
      >
        Stop<span className="hidden-visually"> the download of {name}</span>
      </button>
    </section>
  );
}

function phaseWords(phase: DownloadProgress['phase']): string {
  switch (phase) {
    case 'asking':
      return 'Asking for its parts';
    case 'fetching':
      return 'Downloading';
    case 'checking':
      return 'Checking that it arrived whole';
    case 'done':
      return 'All here';
  }
}

function numbers({ bytes, totalBytes, rate }: DownloadProgress): string {
  const left = timeLeftText(totalBytes - bytes, rate);
  return [`${bytesText(bytes)} of ${bytesText(totalBytes)}`, rate === null ? null : rateText(rate), left]
    .filter((part) => part !== null)
    .join(' · ');
}
