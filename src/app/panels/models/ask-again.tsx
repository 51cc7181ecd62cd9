import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { computer } from '#words/en/computer.ts';

/** Asks the browser once more what this computer can run. */
export function AskAgain() {
  const app = useActions();
  const looking = useApp((state) => state.library.looking);
  return (
    <button
      type="button"
      className="button button-small"
      disabled={looking}
      onClick={() => void app.models.refresh()}
    >
      <Icon name="reset" size={13} />
      {looking ? computer.asking : computer.askAgain}
    </button>
  );
}
