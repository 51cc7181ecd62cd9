import { NothingChosen } from '../nothing-chosen.tsx';

export function AnchorsLens() {
  return <NothingChosen />;
}
