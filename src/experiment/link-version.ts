import type { Comparison } from './comparison.ts';
import type { Experiment } from './experiment.ts';
import { familySheet, familySheets } from './families.ts';
import { settingsSince } from './link-strategy.ts';
import { isServerModel } from './model-id.ts';
import type { Moment } from './moment.ts';
import { secondModel } from './second-model.ts';
import { strategyKinds, strategySheet } from './strategies.ts';
import { verifierKinds, verifierSheet } from './verifier.ts';

/** Sides of a comparison have models of their own since then. */
const modelsOfSides = 2;
/** Ids of models may hold `/` and `:` since then. */
const idsOfServers = 5;
/** Links may say what they are opened at since then. */
const moments = 6;
/** Models may be on servers since then, named by address. */
const serverModels = 7;

/**
 * The version that is written: the oldest whose readers know all that is in the link, from the sheets of what is in it. It tells
 * older pages that a link holds what they do not know.
 */
export function versionOf(
  { problem, strategy, model }: Experiment,
  compare?: Comparison,
  moment?: Moment,
): number {
  const { since, later, standard } = strategySheet(strategy.kind).link;
  return Math.max(
    familySheet(problem).link.since(problem),
    ...[model, secondModel(strategy), ...(compare?.arms ?? []).map((arm) => arm.model)].map((id) =>
      id ? idSince(id) : 1,
    ),
    moment ? moments : 1,
    since,
    settingsSince(later, strategy, standard),
    ...('verifier' in strategy ? [verifierSince(strategy.verifier)] : []),
    ...(compare?.arms ?? []).map(({ kind, model: sideModel }) =>
      Math.max(strategySheet(kind).link.since, sideModel === undefined ? 1 : modelsOfSides),
    ),
  );
}

function idSince(id: string): number {
  if (isServerModel(id)) return serverModels;
  return /[/:]/.test(id) ? idsOfServers : 1;
}

function verifierSince(verifier: Extract<Experiment['strategy'], { verifier: object }>['verifier']): number {
  const { since, later } = verifierSheet(verifier.kind).link;
  return Math.max(since, settingsSince(later, verifier));
}

/** The newest version that can be read. What is added to links needs a new one, or the pages before would call them damaged. */
export const newestVersion: number = Math.max(
  modelsOfSides,
  idsOfServers,
  moments,
  serverModels,
  ...Object.values(familySheets).map(({ link }) => link.newest),
  ...[...strategyKinds.map(strategySheet), ...verifierKinds.map(verifierSheet)].flatMap(({ link }) => [
    link.since,
    ...Object.values<number | Readonly<Record<string, number>> | undefined>(link.later ?? {}).flatMap(
      (since = 1) => (typeof since === 'number' ? since : Object.values(since)),
    ),
  ]),
);

/** Makes the content of a link into what the next version would have written. */
export type Upgrade = (content: unknown) => unknown;

/** By the version they start from. One that is not here differs from the next only in what it may hold. */
export const upgrades: ReadonlyMap<number, Upgrade> = new Map();

/** A link's content as the newest version writes it. */
export function upgraded(
  content: unknown,
  version: number,
  steps: ReadonlyMap<number, Upgrade> = upgrades,
  newest: number = newestVersion,
): unknown {
  let now = content;
  for (let at = version; at < newest; at++) now = steps.get(at)?.(now) ?? now;
  return now;
}
