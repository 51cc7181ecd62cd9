import { FailureText } from '#app/ui/failure-text.tsx';
import { bytesText } from '#app/models/amounts.ts';
import { modelName } from '#policy/models.ts';
import { libraryModel } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
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
  const name = known?.model.name ?? modelName(model);
  return (
    <div
      className="model-question"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
      role="group"
      aria-label={`Download ${name}?`}
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
            {rest === null ? (
              'Asking how large it is.'
            ) : (
              <>
                Fetches <strong>{bytesText(rest)}</strong>
                {size && size.storedBytes > 0 && `, the rest of ${bytesText(size.totalBytes)},`}
                {known && ` from ${hosts(known.model.source)}`}.{' '}
                {free !== null && `${bytesText(free)} are free for this page. `}It stays on this computer
                until you remove it.
              </>
            )}
          </p>
          {rest !== null && free !== null && rest > free && (
            <p className="model-fit" data-fit="does-not-fit">
              <Icon name="wrong" size={13} />
              <span>
                <strong>There is not enough room.</strong> Remove another model or free space on the disk
                first.
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
            Ask again
          </button>
        ) : (
          <button
            type="button"
            className="button button-small button-primary"
            disabled={rest === null}
            onClick={() => void app.models.fetchAsked()}
          >
            {rest === null ? 'Download' : `Download ${bytesText(rest)}`}
            {thenRun && ', then run'}
          </button>
        )}
        <button type="button" className="button button-small" onClick={app.models.declineDownload}>
          Not now
        </button>
      </div>
    </div>
  );
}

/** Where its parts come from. */
function hosts({ weights, library }: { readonly weights: string; readonly library: string }): string {
  const names = [weights, library].flatMap((address) => (URL.canParse(address) ? new URL(address).host : []));
  return [...new Set(names)].join(' and ');
}
