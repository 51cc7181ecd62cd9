import { openInNode } from '#policy/embedded/node.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { createRuntimeModel, type RuntimeModel } from '#policy/runtime/runtime-model.ts';
import type { RunEnvironment } from '#strategies/run-experiment.ts';

/** Opens a model that ships with the project, in this process, on one core. */
export async function openForCli(id: string): Promise<RuntimeModel> {
  const { engine, codec, info } = await openInNode(id);
  return createRuntimeModel({
    engine,
    codec,
    info,
    now: () => performance.now() / 1000,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

/** The models that verifiers name are opened once for all runs. */
export function surroundings(
  signal: AbortSignal,
  open: (id: string) => Promise<LanguageModel> = openForCli,
): RunEnvironment {
  const opened = new Map<string, Promise<LanguageModel>>();
  const openVerifier = (id: string) => {
    const model = opened.get(id) ?? open(id);
    opened.set(id, model);
    return model;
  };
  return { now: () => performance.now(), signal, openVerifier };
}

let ctrlC: AbortSignal | null = null;

/** Aborted by Ctrl+C; a second Ctrl+C ends the process as usual. */
export function interrupted(): AbortSignal {
  ctrlC ??= untilCtrlC();
  return ctrlC;
}

function untilCtrlC(): AbortSignal {
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  return abort.signal;
}
