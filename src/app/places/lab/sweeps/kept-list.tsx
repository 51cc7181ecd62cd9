import { areaFragment } from '#app/store/areas.ts';
import type { ListedSweep } from '#app/sweeps/sweeps-state.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { KeptRow, KeptRows, RemovedNote } from '../kept/kept-rows.tsx';
import { edit } from './go-to.ts';
import { sweepTitle } from './sweep-title.ts';
import { useSweeps, useSweepsState } from './use-sweeps.ts';

/** The sweeps that are kept: opened, gone on with, renamed, copied, deleted and had back. */
export function KeptList() {
  const sweeps = useSweeps();
  const list = useSweepsState((state) => state.list);
  const removed = useSweepsState((state) => state.removed);
  return (
    <>
      {removed && (
        <RemovedNote
          said={sweepWords.deleted(sweepTitle(removed.sweep))}
          words={sweepWords}
          onUndo={() => sweeps.undoRemove()}
          onForget={() => void sweeps.forgetRemoved()}
        />
      )}
      {list?.length === 0 && <p className="quiet">{sweepWords.noneKept}</p>}
      {list !== null && list.length > 0 && (
        <KeptRows>
          {list.map((one) => (
            <KeptSweepRow key={one.id} one={one} />
          ))}
        </KeptRows>
      )}
    </>
  );
}

function KeptSweepRow({ one }: { readonly one: ListedSweep }) {
  const sweeps = useSweeps();
  const going = useSweepsState((state) => state.going?.id === one.id);
  const open = !going && one.done < one.of;
  return (
    <KeptRow
      title={sweepTitle(one.sweep)}
      address={areaFragment('lab', `sweeps/${one.id}`)}
      facts={
        <>
          {sweepWords.progress(one.done, one.of)}
          {' · '}
          {one.fleeting ? sweepWords.fleeting : sweepWords.when(one.changed)}
        </>
      }
      going={going}
      words={sweepWords}
      onRename={(title) => void sweeps.rename(one.id, title)}
      before={open ? [{ name: sweepWords.goOn, act: () => void sweeps.goOn(one.id) }] : []}
      after={[
        { name: sweepWords.duplicate, act: () => edit(sweeps, one.sweep) },
        { name: sweepWords.delete, act: () => void sweeps.remove(one.id) },
      ]}
    />
  );
}
