import { randomStream } from '#policy/runtime/random.ts';
import { scriptedModel, type ScriptedModel, type ScriptRequest } from '#policy/testing/scripted-model.ts';

const words = ['9', '-', '3', '=', '6;', '4', '*', '24;', '1;', 'Wait', '</think>'];

/** Babble that ends in an answer, the same for the same prefix and index. */
function babble({ prefix, index }: ScriptRequest, seed: number, answers: readonly string[]): string {
  const random = randomStream(
    seed + prefix.length * 1000 + (prefix.codePointAt(prefix.length - 1) ?? 0),
    index,
  );
  const said = Array.from(
    { length: Math.floor(random.next() * 12) },
    () => words[Math.floor(random.next() * words.length)]!,
  );
  return [
    ...said,
    ...(said.includes('</think>') || prefix.includes('</think>') ? [] : ['</think>']),
    answers[Math.floor(random.next() * answers.length)]!,
  ].join(' ');
}

/** A model that babbles and ends in one of the answers: another for every seed. */
export function babblingModel(seed: number, answers: readonly string[]): ScriptedModel {
  return scriptedModel({
    completions: (asked) => babble(asked, seed, answers),
    value: (prefix) => (prefix.length % 10) / 10,
    capabilities: { valueHead: true },
  });
}
