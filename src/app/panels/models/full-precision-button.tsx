import { modelList } from '#words/en/model-list.ts';
import { fullPrecisionOf } from '#app/models/model-list.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';

/** A way out where the processor lacks 16-bit numbers: the same model in 32 bits. Nothing where that does not fit either, or is no way out. */
export function FullPrecisionButton({
  model,
  className,
}: {
  readonly model: string;
  readonly className: string;
}) {
  const app = useActions();
  const full = useApp(({ library }) => fullPrecisionOf(library.report?.models ?? [], model));
  if (!full || full.fit.kind === 'does-not-fit') return null;
  return (
    <button type="button" className={className} onClick={() => app.setup.setModel(full.model.id)}>
      {modelList.fullPrecision}
    </button>
  );
}
