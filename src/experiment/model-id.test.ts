import { describe, expect, it } from 'vitest';
import { defaultExperiment } from './defaults.ts';
import { modelIdPattern } from './model-id.ts';
import { decodeExperiment, encodeExperiment } from './url-codec.ts';

describe('ids of models', () => {
  it.each(['countdown', 'Qwen3-0.6B-q4f16_1-MLC', 'qwen3:8b', 'org/name', 'hf.co/org/name-GGUF:Q4_K_M'])(
    'may be %s, in links too',
    async (model) => {
      expect(modelIdPattern.test(model)).toBe(true);
      const experiment = { ...defaultExperiment('countdown'), model };
      const link = await encodeExperiment(experiment);
      expect(await decodeExperiment(link)).toEqual({ ok: true, experiment });
      // Older pages know no such ids: they call the link newer.
      expect(link.slice(0, 4)).toBe(/[/:]/.test(model) ? '#v5.' : '#v1.');
    },
  );

  it.each(['', '/a', ':a', 'a/', 'a:', 'a//b', '../a', 'a/../b', 'a/.b', 'a b', `a${'b'.repeat(96)}`])(
    'may not be “%s”',
    (model) => expect(modelIdPattern.test(model)).toBe(false),
  );
});
