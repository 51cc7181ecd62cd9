import { useRef, useState } from 'react';
import { areaFragment } from '#app/store/areas.ts';
import { readTrainingFile } from '#app/trainings/training-file.ts';
import { Icon } from '#app/ui/icon.tsx';
import { trainerWords } from '#words/en/trainer.ts';
import { useTrainings } from './use-trainings.ts';

/** Opens a training that was exported. */
export function TrainingOpener() {
  const trainings = useTrainings();
  const input = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  async function open(file: File): Promise<void> {
    const read = await readTrainingFile(file);
    setFailed(!read);
    if (read) location.hash = areaFragment('lab', `training/${await trainings.add(read)}`);
  }
  return (
    <>
      <button type="button" className="button button-small" onClick={() => input.current?.click()}>
        <Icon name="import" size={13} />
        {trainerWords.openFile}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.jsonl,.gz"
        aria-label={trainerWords.openFile}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void open(file);
          currentTarget.value = '';
        }}
      />
      {failed && <p role="alert">{trainerWords.fileFailed}</p>}
    </>
  );
}
