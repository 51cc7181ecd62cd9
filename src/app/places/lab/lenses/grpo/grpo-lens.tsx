import { NothingChosen } from '../nothing-chosen.tsx';

export function GrpoLens() {
  return <NothingChosen />;
}
