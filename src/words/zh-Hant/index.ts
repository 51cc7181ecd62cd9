import type { ChaptersMissing } from '../missing-chapters.ts';
import type { LanguageSource } from '../language-source.ts';
import type { MissingInChinese } from '../missing.ts';
import { amounts } from './amounts.ts';
import { endings } from './endings.ts';
import { firstFailures } from './first-failures.ts';
import { fit } from './fit.ts';
import { header } from './header.ts';
import { labels } from './labels.ts';
import { models } from './models.ts';
import { notices } from './notices.ts';
import { numbers } from './numbers.ts';
import { places } from './places.ts';
import { presetWords } from './presets.ts';
import { problems } from './problems.ts';
import { result } from './result.ts';
import { runFiles } from './run-files.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';
import { stage } from './stage.ts';
import { strategies, strategyGroupNames } from './strategies.ts';
import { tokens } from './tokens.ts';
import { trainingWays } from './training-ways.ts';
import { transport } from './transport.ts';
import { verdicts } from './verdicts.ts';
import { voteStrip } from './vote-strip.ts';

/** Traditional Chinese, as in Taiwan. */
export const zhHant: LanguageSource<ChaptersMissing | MissingInChinese> = {
  locale: 'zh-Hant',
  first: {
    amounts,
    endings,
    firstFailures,
    fit,
    header,
    labels,
    models,
    notices,
    numbers,
    places,
    presetWords,
    problems,
    result,
    runFiles,
    setup,
    shell,
    stage,
    strategies,
    strategyGroupNames,
    tokens,
    trainingWays,
    transport,
    verdicts,
    voteStrip,
  },
  later: {
    curve: () => import('./curve.ts'),
    events: () => import('./events.ts'),
    glossary: () => import('./glossary.ts'),
    inspector: () => import('./inspector.ts'),
    keys: () => import('./keys.ts'),
    knobNotes: () => import('./knobs.ts'),
    knobs: () => import('./knobs.ts'),
    tryNext: () => import('./try-next.ts'),
    learn: () => import('./learn.ts'),
    passages: () => import('./passages.ts'),
    questionForm: () => import('./question-form.ts'),
    puzzleWords: () => import('./puzzles.ts'),
    scores: () => import('./scores.ts'),
    search: () => import('./search.ts'),
    steps: () => import('./steps.ts'),
    teacher: () => import('./teacher.ts'),
    thinking: () => import('./thinking.ts'),
    thoughts: () => import('./thoughts.ts'),
    topicWords: () => import('./topics.ts'),
    training: () => import('./training.ts'),
    tree: () => import('./tree.ts'),
    faults: () => import('./faults.ts'),
    verifiers: () => import('./verifiers.ts'),
    votes: () => import('./votes.ts'),
  },
};
