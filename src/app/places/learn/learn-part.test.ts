import { expect, test } from 'vitest';
import { areaFragment, readArea } from '#app/store/areas.ts';
import { keysOf } from '#experiment/keys-of.ts';
import { learnAddresses, learnPlace } from './learn-part.ts';

test('each part of Learn is found by its address, and what the gallery had addresses for is still found by them', () => {
  for (const part of keysOf(learnAddresses)) {
    const area = readArea(areaFragment('learn', learnAddresses[part]));
    expect(area?.kind === 'learn' && learnPlace(area.within).part).toBe(part);
  }
  expect(learnPlace('vote-of-8')).toEqual({ part: 'experiments', within: 'vote-of-8' });
  expect(learnPlace('voting')).toEqual({ part: 'experiments', within: 'voting' });
  expect(learnPlace('question/puct')).toEqual({ part: 'questions', within: 'question/puct' });
  expect(learnPlace('landscape/task')).toEqual({ part: 'landscape', within: 'task' });
});
