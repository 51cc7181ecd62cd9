import { useFingersOnly } from './use-media.ts';

/** What a control says of itself, which may end in its key: "Step on (.)". Without keys it is said without. */
export function useKeyHint(): (said: string) => string {
  return useFingersOnly() ? saidWithoutKey : asItIs;
}

const asItIs = (said: string): string => said;

/** Without the brackets at its end. */
export const saidWithoutKey = (said: string): string => said.replace(/ ?[(（][^)）]+[)）]$/, '');
