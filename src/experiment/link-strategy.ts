import * as v from 'valibot';
import type { AnyStrategySheet } from './strategies/sheet.ts';
import {
  strategyKinds,
  strategySchema,
  strategySheet,
  type Strategy,
  type StrategyKind,
} from './strategies.ts';

/**
 * A strategy as links have it, from its sheet: `["sc", 8, "low"]`, its settings one after the other, or
 * `["mcts", {"simulations": 60}]`, by name where they differ from those that are frozen.
 */
export function shortStrategy(strategy: Strategy): readonly [string, ...unknown[]] {
  const { link } = strategySheet(strategy.kind);
  const name = link.name ?? strategy.kind;
  // The schema brings the fields of a verifier into their order, so that one experiment has one text.
  const read = v.safeParse(strategySchema, strategy);
  const settings = new Map<string, unknown>(Object.entries(read.success ? read.output : strategy));
  if (link.inOrder) return [name, ...link.inOrder.map((knob) => settings.get(knob))];
  const standard = new Map(Object.entries(link.standard ?? {}));
  // A setting that may be left out (rStar's discriminator) has no standard value.
  const knobs = new Set([...standard.keys(), ...settings.keys()].filter((knob) => knob !== 'kind'));
  const changed = [...knobs].filter((knob) => !same(settings.get(knob), standard.get(knob)));
  return [name, Object.fromEntries(changed.map((knob) => [knob, settings.get(knob)]))];
}

/** What `shortStrategy` writes, back as a strategy, not checked yet; null where no strategy is written like that. */
export function fromShortStrategy([name, ...rest]: readonly [string, ...unknown[]]): unknown {
  const kind = kinds.get(name);
  if (kind === undefined) return null;
  const { link } = strategySheet(kind);
  if (link.inOrder)
    return rest.length === link.inOrder.length
      ? { kind, ...Object.fromEntries(link.inOrder.map((knob, at) => [knob, rest[at]])) }
      : null;
  const [settings] = rest;
  return rest.length === 1 && v.is(byName, settings) ? { ...link.standard, ...settings, kind } : null;
}

/** The first version of links that has these settings, of a strategy or a verifier. */
export function settingsSince(
  later: AnyStrategySheet['link']['later'],
  settings: object,
  standard: object = {},
): number {
  const [now, usual] = [new Map(Object.entries(settings)), new Map(Object.entries(standard))];
  const versions = Object.entries(later ?? {}).map(([knob, since]) => {
    if (typeof since === 'number') return same(now.get(knob), usual.get(knob)) ? 1 : since;
    return new Map(Object.entries(since ?? {})).get(String(now.get(knob))) ?? 1;
  });
  return Math.max(1, ...versions);
}

const kinds: ReadonlyMap<string, StrategyKind> = new Map(
  strategyKinds.map((kind) => [strategySheet(kind).link.name ?? kind, kind]),
);
const byName = v.record(v.string(), v.unknown());
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
