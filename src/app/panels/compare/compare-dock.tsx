import { CompareResults } from './compare-results.tsx';
import { CompareTransport } from './compare-transport.tsx';

/** Below the stages, where a run has its timeline and its result: those of all sides together. */
export function CompareDock() {
  return (
    <>
      <CompareTransport />
      <CompareResults />
    </>
  );
}
