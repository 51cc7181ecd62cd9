import { areaFragment } from '#app/store/areas.ts';
import { Rich } from '#views/rich.tsx';
import { lensWords } from '#words/en/lenses.ts';

const links = { play: (inner: string) => <a href={areaFragment('play')}>{inner}</a> };

/** What a lens says while there is no run to look at. */
export function NothingChosen() {
  return (
    <p>
      <Rich text={lensWords.nothing} parts={links} />
    </p>
  );
}
