import { useEffect, useId, useRef, useState } from 'react';
import type { Fit, LibraryModel } from '#worker/library.ts';
import { bytesText } from '#app/models/amounts.ts';
import { firstVariant, type ModelEntry, precisionWords } from '#app/models/model-list.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { DownloadQuestion } from './download-question.tsx';
import { DownloadStatus } from './download-status.tsx';
import { UseButton } from './embedded-models.tsx';
import { RemoveQuestion } from './remove-question.tsx';

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
      className="model-row"
      data-used={model.id === inUse ? '' : undefined}
      data-unfit={fits ? undefined : ''}
      aria-labelledby={titleId}
    >
      <div className="model-words">
        <h4 className="model-name" id={titleId}>
          {entry.name} {entry.kind === 'reasoning' && <span className="chip">reasons</span>}
        </h4>
        <p className="model-facts">{factsText(shown)}</p>
        <div className="model-how">
          <Variant entry={entry} shown={shown} onPick={setPicked} />
          <FitLine fit={fit} />
        </div>
        {stored.kind !== 'none' && (
          <p className="model-stored">
            <Icon name="import" size={13} />
            {stored.kind === 'all'
              ? `On this computer, ${bytesText(stored.bytes)}`
              : `${bytesText(stored.bytes)} are here; the rest can still be fetched`}
          </p>
        )}
      </div>
      <div className="model-actions" ref={actions}>
        {stored.kind !== 'all' && !fetching && (
          <button
            type="button"
            className="button button-small"
            aria-expanded={asked}
            disabled={!fits}
            aria-label={`${stored.kind === 'part' ? 'Go on downloading' : 'Download'} ${entry.name}`}
            onClick={() => app.models.askDownload(model.id)}
          >
            {stored.kind === 'part' ? 'Go on' : 'Download'}
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
            aria-label={`Remove ${entry.name}`}
            onClick={() => setRemoving(true)}
          >
            Remove
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
    model.downloadBytes === null ? 'size unknown' : `about ${bytesText(model.downloadBytes)} to download`,
    model.memoryBytes === null ? null : `${bytesText(model.memoryBytes)} of memory`,
    `${model.context.toLocaleString('en')} tokens of context`,
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
  const words = ({ model }: LibraryModel) =>
    `${precisionWords(model.quantisation)}${hasGpu && model.id === entry.recommended ? ' (recommended here)' : ''}`;
  if (entry.variants.length === 1)
    return <p className="quiet model-facts">{precisionWords(shown.model.quantisation)}</p>;
  return (
    <label className="model-variant">
      <span className="hidden-visually">Version of {entry.name}</span>
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

const fitLooks = {
  fits: { icon: 'right', words: 'Fits this computer' },
  unsure: { icon: 'unknown', words: 'May not work' },
  'does-not-fit': { icon: 'wrong', words: 'Does not fit' },
} as const satisfies Record<Fit['kind'], { icon: IconName; words: string }>;

const useHasGpu = (): boolean => useApp((state) => state.library.report?.machine.gpu.kind === 'adapter');

/** Whether it fits this machine: sign, words and colour. Without a graphics processor, the reason for all of them stands above the list. */
function FitLine({ fit }: { readonly fit: Fit }) {
  const hasGpu = useHasGpu();
  const { icon, words } = fitLooks[fit.kind];
  if (!hasGpu)
    return (
      <p className="model-fit" data-fit="does-not-fit">
        <Icon name="wrong" size={13} />
        <span>Cannot run here: no WebGPU.</span>
      </p>
    );
  return (
    <p className="model-fit" data-fit={fit.kind}>
      <Icon name={icon} size={13} />
      <span>
        <strong>{words}.</strong>
        {fit.kind !== 'fits' && ` ${fit.why}`}
        {fit.kind === 'does-not-fit' && ` ${fit.advice}`}
      </span>
    </p>
  );
}
