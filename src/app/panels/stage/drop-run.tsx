import { useEffect, useState } from 'react';
import { ownModelsPart } from '#app/own-models/entry.ts';
import { menu } from '#words/en/menu.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import styles from './drop-run.module.css';

/** A run file that is dropped anywhere onto Play is opened, or the files of a model. Text that is dropped into a field is none of its business. */
export function DropRun() {
  const app = useActions();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const on = { signal: gone.signal };
    document.addEventListener(
      'dragover',
      (event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      on,
    );
    document.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), on);
    document.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!holdsFile(event)) return;
        event.preventDefault();
        const files = [...(event.dataTransfer?.files ?? [])];
        const [file] = files;
        if (files.some(({ name }) => /\.(zip|bin)$/.test(name)))
          ownModelsPart.come().then(
            ({ importModel }) => importModel(app, files),
            () => undefined,
          );
        else if (file) void app.runs.importRun(file);
      },
      on,
    );
    return () => gone.abort();
  }, [app]);
  if (!over) return null;
  return (
    <div className={styles.root}>
      <span className={styles.words}>
        <Icon name="import" />
        {menu.importRun}
      </span>
    </div>
  );
}

const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
