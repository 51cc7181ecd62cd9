import { expect, test } from 'vitest';
import { reasoningSystems } from '#learn/landscape/systems.ts';
import { orderedSystems } from './systems-table.tsx';

test('systems are shown by date, newest or oldest first, all of them or those with open weights', () => {
  const dates = orderedSystems('newest', false).map(({ when }) => when);
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect(orderedSystems('oldest', false)).toEqual(reasoningSystems);
  const open = orderedSystems('oldest', true);
  expect(open.map(({ id }) => id)).toContain('r1');
  expect(open.map(({ id }) => id)).not.toContain('o1');
});
