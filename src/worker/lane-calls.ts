import type { Lane } from '#train/lane.ts';
import type { OptimiserStep } from '#policy/runtime/train-engine.ts';
import type { LaneFiles } from './lane-here.ts';

type Arguments<Name extends keyof Lane> = Parameters<Lane[Name]>;
type Result<Name extends keyof Lane> = Awaited<ReturnType<Lane[Name]>>;

/** What a worker that holds one lane of a training is called for; what each means stands in `train/lane.ts`. */
export type LaneCalls = {
  /** First: opens the model. */
  readonly open: {
    readonly args: LaneFiles;
    readonly item: never;
    readonly result: void;
  };
  readonly sample: {
    readonly args: Arguments<'sample'>[0];
    readonly item: never;
    readonly result: Result<'sample'>;
  };
  readonly logs: {
    readonly args: { readonly sequences: Arguments<'logs'>[0]; readonly wish: Arguments<'logs'>[1] };
    readonly item: never;
    readonly result: Result<'logs'>;
  };
  readonly gradients: {
    readonly args: { readonly shards: Arguments<'gradients'>[0]; readonly rule: Arguments<'gradients'>[1] };
    readonly item: never;
    readonly result: Result<'gradients'>;
  };
  readonly apply: {
    readonly args: { readonly gradient: Float32Array; readonly step: OptimiserStep };
    readonly item: never;
    readonly result: number;
  };
  readonly exported: { readonly args: null; readonly item: never; readonly result: Result<'exported'> };
  readonly weights: { readonly args: null; readonly item: never; readonly result: Result<'weights'> };
  readonly take: { readonly args: Arguments<'take'>[0]; readonly item: never; readonly result: void };
};
