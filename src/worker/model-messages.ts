import type { SampleEvent, SampleOptions, TokenId } from '../policy/language-model.ts';
import type { Failure, Usage } from '../run/events.ts';
import type { ModelParts } from './open-model.ts';

/** From the lab worker to a model worker, which holds one more copy of the model. */
export type ToModel =
  | { readonly type: 'open'; readonly parts: ModelParts }
  | { readonly type: 'sample'; readonly request: number; readonly prefix: readonly TokenId[]; readonly options: SampleOptions }
  | { readonly type: 'cancel'; readonly request: number };

/** From a model worker. Usage is the total since the model was opened. */
export type FromModel =
  | { readonly type: 'opened' }
  | { readonly type: 'events'; readonly request: number; readonly events: readonly SampleEvent[]; readonly usage: Usage }
  | { readonly type: 'end'; readonly request: number; readonly usage: Usage }
  | { readonly type: 'failed'; readonly request: number | null; readonly failure: Failure };
