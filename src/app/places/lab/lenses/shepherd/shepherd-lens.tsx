import { NothingChosen } from '../nothing-chosen.tsx';

export function ShepherdLens() {
  return <NothingChosen />;
}
