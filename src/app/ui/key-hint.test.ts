import { describe, expect, it } from 'vitest';
import { compare } from '#words/en/compare.ts';
import { header } from '#words/en/header.ts';
import { search } from '#words/en/search.ts';
import { stage } from '#words/en/stage.ts';
import { transport } from '#words/en/transport.ts';
import { saidWithoutKey } from './key-hint.ts';

describe('without a keyboard', () => {
  it('is said what a control does, and not by which key', () => {
    expect(saidWithoutKey(transport.onKey)).toBe(transport.on);
    expect(saidWithoutKey(transport.toEndKey)).toBe(transport.toEnd);
    expect(saidWithoutKey(transport.playKey(transport.pause))).toBe(transport.pause);
    expect(saidWithoutKey(header.runKeys)).toBe(header.run);
    expect(saidWithoutKey(compare.runKeys)).toBe(compare.run);
    expect(saidWithoutKey(search.stepBar.onKey)).toBe('Next step of the algorithm');
    expect(saidWithoutKey(search.tree.fitHelp)).toBe('Show all of the tree');
    expect(saidWithoutKey(stage.resume.help)).not.toContain('(O)');
  });

  it('is said all of what has no key, and in Chinese too', () => {
    expect(saidWithoutKey('显示整棵树（F）')).toBe('显示整棵树');
    expect(saidWithoutKey(transport.back)).toBe(transport.back);
  });
});
