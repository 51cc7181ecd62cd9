import { useState } from 'react';
import { setupBeside, useMedia } from '#app/ui/use-media.ts';
import { CompareResults } from './compare-results.tsx';
import { CompareTransport } from './compare-transport.tsx';
import { ResultsLine } from './results-line.tsx';

/**
 * Below the stages, where a run has its timeline and its result: those of all sides together.
 * On a phone the table unfolds from a line, so that the stages have the room.
 */
export function CompareDock() {
  const beside = useMedia(setupBeside);
  const [unfolded, setUnfolded] = useState(false);
  return (
    <>
      <CompareTransport choices={beside || unfolded} />
      {!beside && <ResultsLine unfolded={unfolded} onFold={() => setUnfolded(!unfolded)} />}
      <CompareResults table={beside || unfolded} />
    </>
  );
}
