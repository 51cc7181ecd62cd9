import { afterEach, expect, it } from 'vitest';
import { speak } from '#words/language.ts';
import { pseudo } from '#words/pseudo/pseudo.ts';
import type { Notice } from './app-state.ts';
import { noticeText } from './notice-text.ts';

afterEach(() => speak(null));

it.each<Notice>([
  { kind: 'done', what: { kind: 'link-copied' } },
  { kind: 'done', what: { kind: 'comparison-link-copied' } },
  { kind: 'done', what: { kind: 'setup-link-copied' } },
  { kind: 'problem', what: { kind: 'too-large-to-keep' } },
  { kind: 'problem', what: { kind: 'failure', failure: { code: 'run-too-big' } } },
])('a message follows the language: %o', (notice) => {
  const english = noticeText(notice).message;
  speak(pseudo);
  expect(noticeText(notice).message).not.toBe(english);
});
