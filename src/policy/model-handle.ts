import { keysOf } from '#experiment/keys-of.ts';
import type { ValueHeadSpec } from '#experiment/verifier.ts';
import type { Learnt } from './embedded/catalog/entry.ts';
import type { EngineModel } from './engine-model.ts';
import type { RemoteModel } from './remote/remote-model.ts';
import type { GpuModel } from './webllm/models/gpu-model.ts';

/** A model that ships with the page, on our own kernel. */
export interface EmbeddedModel extends EngineModel<'embedded'> {
  readonly parameters: number;
  readonly downloadBytes: number;
  /** Learnt from its own traces, as its curve.json tells. */
  readonly learnt?: Learnt;
}

/** A model that was trained to judge what others write, and writes nothing itself. */
export interface JudgingModel extends EmbeddedModel {
  readonly verifier: ValueHeadSpec['kind'];
}

export type { GpuModel, Learnt, RemoteModel };

/** A model that can be opened, by what runs it. */
export interface Handles {
  readonly embedded: EmbeddedModel;
  readonly gpu: GpuModel;
  readonly remote: RemoteModel;
}

export type EngineKind = keyof Handles;
export type ModelHandle = Handles[EngineKind];

/** What is known of a model before anything of it is loaded, whatever runs it. */
export type ModelFacts = EngineModel<EngineKind>;

/** What is true of all models that an engine runs. */
export interface Engine {
  /** Gives everyone the same tokens: its sums are exact to the bit on every machine. */
  readonly exact: boolean;
  /** Its models' files ship with the page; those of others are fetched when a person says so. */
  readonly ships: boolean;
  /** Browsers slow it down in tabs that are hidden. */
  readonly slowWhenHidden: boolean;
  /** What is asked leaves this computer for a server that a person has to agree to. */
  readonly elsewhere: boolean;
}

export const engines = {
  embedded: { exact: true, ships: true, slowWhenHidden: false, elsewhere: false },
  gpu: { exact: false, ships: false, slowWhenHidden: true, elsewhere: false },
  remote: { exact: false, ships: false, slowWhenHidden: false, elsewhere: true },
} as const satisfies Record<EngineKind, Engine>;

/** In the order in which the page lists their models. */
export const engineKinds = keysOf(engines);
