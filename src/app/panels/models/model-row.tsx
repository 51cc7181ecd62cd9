import { useEffect, useId, useRef, useState } from 'react';
import type { Fit, LibraryModel } from '#worker/library.ts';
import { downloads } from '#words/en/downloads.ts';
import { modelList } from '#words/en/model-list.ts';
import { Rich } from '#views/rich.tsx';
import { fitText } from '#app/models/fit-text.ts';
import { firstVariant, type ModelEntry, precisionWords } from '#app/models/model-list.ts';
import { missingGpu } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { DownloadQuestion } from './download-question.tsx';
import { DownloadStatus } from './download-status.tsx';
import { inline } from './inline.tsx';
import styles from './model-row.module.css';
import { RemoveQuestion } from './remove-question.tsx';
import { UseButton } from './use-button.tsx';

/** One model of WebLLM's: what it costs, whether it fits, how much of it is here, and what can be done with it. */
export function ModelRow({ entry }: { readonly entry: ModelEntry }) {
  const app = useActions();
  const inUse = useApp((state) => state.draft.model);
  const [picked, setPicked] = useState<string | null>(null);
  const shown = entry.variants.find(({ model }) => model.id === picked) ?? firstVariant(entry, inUse);
  const download = useApp((state) => (shown ? state.library.downloads.get(shown.model.id) : undefined));
  const asked = useApp((state) => state.library.question?.model === shown?.model.id);
  const [removing, setRemoving] = useState(false);
  const actions = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const fetching = download !== undefined && download.failure === null;
  const asks = asked || removing;
  const mode = fetching ? 'fetching' : asks ? 'asking' : 'resting';
  useEffect(() => {
    // A question takes the focus itself; what had it may be gone once the question is answered.
    if (mode === 'asking') return;
    if (document.activeElement === document.body || document.activeElement instanceof HTMLDialogElement)
      actions.current?.querySelector('button')?.focus();
  }, [mode]);
  if (!shown) return null;
  const { model, fit, stored } = shown;
  const fits = fit.kind !== 'does-not-fit';
  return (
    <li
      className={styles.row}
      data-used={model.id === inUse ? '' : undefined}
      data-unfit={fits ? undefined : ''}
      aria-labelledby={titleId}
    >
      <div className={styles.words}>
        <h4 className={styles.name} id={titleId}>
          <span translate="no">{entry.name}</span>{' '}
          {entry.kind === 'reasoning' && <span className="chip">{modelList.reasons}</span>}
        </h4>
        <p className={styles.facts}>{factsText(shown)}</p>
        <div className={styles.how}>
          <Variant entry={entry} shown={shown} onPick={setPicked} />
          <FitLine fit={fit} />
        </div>
        {stored.kind !== 'none' && (
          <p className={styles.stored}>
            <Icon name="import" size={13} />
            {stored.kind === 'all' ? modelList.stored(stored.bytes) : modelList.storedInPart(stored.bytes)}
          </p>
        )}
      </div>
      <div className={styles.actions} ref={actions}>
        {stored.kind !== 'all' && !fetching && (
          <button
            type="button"
            className="button button-small"
            aria-expanded={asked}
            disabled={!fits}
            aria-label={
              stored.kind === 'part'
                ? downloads.goOnDownloadingOne(entry.name)
                : downloads.downloadOne(entry.name)
            }
            onClick={() => app.models.askDownload(model.id)}
          >
            {stored.kind === 'part' ? downloads.goOn : downloads.download}
          </button>
        )}
        <UseButton
          name={entry.name}
          inUse={model.id === inUse}
          disabled={!fits}
          onUse={() => {
            app.setup.takeModel(model.id);
            app.view.openDialog('none');
          }}
        />
        {(stored.kind !== 'none' || model.origin === 'custom') && !fetching && (
          <button
            type="button"
            className="button button-plain button-small"
            aria-expanded={removing}
            aria-label={modelList.removeOne(entry.name)}
            onClick={() => setRemoving(true)}
          >
            {modelList.remove}
          </button>
        )}
      </div>
      {download ? (
        <DownloadStatus model={model.id} download={download} />
      ) : (
        asked && <DownloadQuestion model={model.id} />
      )}
      {removing && <RemoveQuestion model={shown} onDone={() => setRemoving(false)} />}
    </li>
  );
}

function factsText({ model }: LibraryModel): string {
  return [
    model.downloadBytes === null ? modelList.sizeUnknown : modelList.toDownload(model.downloadBytes),
    model.memoryBytes === null ? null : modelList.memory(model.memoryBytes),
    modelList.context(model.context),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function Variant({
  entry,
  shown,
  onPick,
}: {
  readonly entry: ModelEntry;
  readonly shown: LibraryModel;
  readonly onPick: (id: string) => void;
}) {
  const hasGpu = useHasGpu();
  const words = ({ model }: LibraryModel) => {
    const precision = precisionWords(model.quantisation);
    return hasGpu && model.id === entry.recommended ? modelList.recommended(precision) : precision;
  };
  if (entry.variants.length === 1)
    return <p className={`quiet ${styles.facts}`}>{precisionWords(shown.model.quantisation)}</p>;
  return (
    <label className={styles.variant}>
      <span className="hidden-visually">{modelList.version(entry.name)}</span>
      <select
        className="field-select"
        value={shown.model.id}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {entry.variants.map((variant) => (
          <option key={variant.model.id} value={variant.model.id}>
            {words(variant)}
          </option>
        ))}
      </select>
    </label>
  );
}

const icons = {
  fits: 'right',
  unsure: 'unknown',
  'does-not-fit': 'wrong',
} as const satisfies Record<Fit['kind'], IconName>;

const useHasGpu = (): boolean => useApp((state) => missingGpu(state.library) === null);

/** Whether it fits this machine: sign, words and colour. Without a graphics processor, the reason for all of them stands above the list. */
function FitLine({ fit }: { readonly fit: Fit }) {
  const hasGpu = useHasGpu();
  if (!hasGpu)
    return (
      <p className={styles.fit} data-fit="does-not-fit">
        <Icon name="wrong" size={13} />
        <span>{modelList.cannotRun}</span>
      </p>
    );
  return (
    <p className={styles.fit} data-fit={fit.kind}>
      <Icon name={icons[fit.kind]} size={13} />
      <span>
        <Rich text={fitWords(fit)} parts={inline} />
      </span>
    </p>
  );
}

function fitWords(fit: Fit): string {
  switch (fit.kind) {
    case 'fits':
      return modelList.fits;
    case 'unsure':
      return modelList.mayNotWork(fitText(fit.why));
    case 'does-not-fit':
      return modelList.doesNotFit(fitText(fit.why));
  }
}
