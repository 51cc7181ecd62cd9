import { FailureText } from '#app/ui/failure-text.tsx';
import { downloads } from '#words/en/downloads.ts';
import { Rich } from '#views/rich.tsx';
import { spokenName } from '#app/models/spoken-name.ts';
import { libraryModel } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import styles from './download.module.css';
import { inline } from './inline.tsx';
import row from './model-row.module.css';
import { takeFocus } from './take-focus.ts';

/** Asks before anything is fetched: exactly how much, from where, whether there is room, and how long it stays. */
export function DownloadQuestion({ model }: { readonly model: string }) {
  const app = useActions();
  const question = useApp((state) => state.library.question);
  const known = useApp((state) => libraryModel(state.library, model));
  const storage = useApp((state) => state.library.report?.machine.storage ?? null);
  if (question?.model !== model) return null;
  const { size, failure, thenRun } = question;
  const rest = size && Math.max(0, size.totalBytes - size.storedBytes);
  const free = storage && Math.max(0, storage.quotaBytes - storage.usedBytes);
  const hosts = known ? hostsOf(known.model.source) : [];
  return (
    <div
      className={styles.question}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
      role="group"
      aria-label={downloads.ask(known?.model.name ?? spokenName(model))}
      tabIndex={-1}
      ref={takeFocus}
    >
      {failure ? (
        <p role="alert">
          <FailureText failure={failure} />
        </p>
      ) : (
        <>
          <p aria-live="polite">
            {size === null || rest === null ? (
              downloads.sizeUnknown
            ) : (
              <>
                <Rich
                  text={
                    size.storedBytes > 0
                      ? downloads.fetchesRest({ size: rest, all: size.totalBytes, hosts })
                      : downloads.fetches({ size: rest, hosts })
                  }
                  parts={inline}
                />{' '}
                {free !== null && <>{downloads.free(free)} </>}
                {downloads.stays}
              </>
            )}
          </p>
          {rest !== null && free !== null && rest > free && (
            <p className={row.fit} data-fit="does-not-fit">
              <Icon name="wrong" size={13} />
              <span>
                <Rich text={downloads.noRoom} parts={inline} />
              </span>
            </p>
          )}
        </>
      )}
      <div className="row">
        {failure ? (
          <button
            type="button"
            className="button button-small"
            onClick={() => app.models.ask(model, thenRun)}
          >
            {downloads.retry}
          </button>
        ) : (
          <button
            type="button"
            className="button button-small button-primary"
            disabled={rest === null}
            onClick={() => void app.models.fetchAsked()}
          >
            {downloadText(rest, thenRun)}
          </button>
        )}
        <button type="button" className="button button-small" onClick={app.models.declineDownload}>
          {downloads.notNow}
        </button>
      </div>
    </div>
  );
}

function downloadText(bytes: number | null, thenRun: boolean): string {
  if (bytes === null) return thenRun ? downloads.downloadThenRun : downloads.download;
  return thenRun ? downloads.downloadBytesThenRun(bytes) : downloads.downloadBytes(bytes);
}

/** Where its parts come from. */
function hostsOf({
  weights,
  library,
}: {
  readonly weights: string;
  readonly library: string;
}): readonly string[] {
  const hosts = [weights, library].flatMap((address) => (URL.canParse(address) ? new URL(address).host : []));
  return [...new Set(hosts)];
}
