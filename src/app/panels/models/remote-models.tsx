import { models } from '#words/en/models.ts';

/** The servers that a person added, and their models. */
export function RemoteModels() {
  return <p className="quiet">{models.fromCommandLine}</p>;
}
