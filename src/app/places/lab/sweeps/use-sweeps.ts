import { useStore } from 'zustand';
import { useActions } from '#app/store/use-app.tsx';
import { sweepsOf } from '#app/sweeps/here.ts';
import type { Sweeps } from '#app/sweeps/sweeps-around.ts';
import type { SweepsState } from '#app/sweeps/sweeps-state.ts';

/** What a person can do with sweeps. */
export function useSweeps(): Sweeps {
  return sweepsOf(useActions());
}

/** A part of their state; the component is drawn again when that part has changed. */
export function useSweepsState<T>(part: (state: SweepsState) => T): T {
  return useStore(useSweeps().store, part);
}
