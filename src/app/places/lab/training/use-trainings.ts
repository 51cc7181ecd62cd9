import { useStore } from 'zustand';
import { useActions } from '#app/store/use-app.tsx';
import { trainingsOf } from '#app/trainings/here.ts';
import type { Trainings } from '#app/trainings/trainings-around.ts';
import type { TrainingsState } from '#app/trainings/trainings-state.ts';

/** What a person can do with trainings. */
export function useTrainings(): Trainings {
  return trainingsOf(useActions());
}

/** A part of their state; the component is drawn again when that part has changed. */
export function useTrainingsState<T>(part: (state: TrainingsState) => T): T {
  return useStore(useTrainings().store, part);
}
