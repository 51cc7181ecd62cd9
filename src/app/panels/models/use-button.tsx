import { modelList } from '#words/en/model-list.ts';
import { Icon } from '#app/ui/icon.tsx';
import row from './model-row.module.css';

/** Takes a model for the next run. */
export function UseButton({
  name,
  inUse,
  disabled,
  onUse,
}: {
  readonly name: string;
  readonly inUse: boolean;
  readonly disabled?: boolean;
  readonly onUse: () => void;
}) {
  if (inUse && disabled)
    return (
      <span className="chip">
        <Icon name="warning" size={13} />
        {modelList.chosenInVain}
      </span>
    );
  if (inUse)
    return (
      <span className={`chip ${row.used}`}>
        <Icon name="right" size={13} />
        {modelList.inUse}
      </span>
    );
  return (
    <button
      type="button"
      className="button button-small"
      aria-label={modelList.takeOne(name)}
      disabled={disabled}
      onClick={onUse}
    >
      {modelList.use}
    </button>
  );
}
