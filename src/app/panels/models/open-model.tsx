import { useRef } from 'react';
import { importModel } from '#app/own-models/use-own.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { ownModelWords } from '#words/en/own-models.ts';

/** Opens a model's files that a person has. */
export function OpenModel({ className = 'button-small' }: { readonly className?: string }) {
  const app = useActions();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={classes('button', className)} onClick={() => picker.current?.click()}>
        <Icon name="import" size={13} />
        {ownModelWords.open}
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        accept=".zip,.json,.bin,.md,application/zip"
        className="hidden-visually"
        aria-label={ownModelWords.files}
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) void importModel(app, files);
        }}
      />
    </>
  );
}
