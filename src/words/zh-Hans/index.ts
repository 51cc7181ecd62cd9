import type { LanguageSource } from '../language-source.ts';
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
import { presetTitles } from './presets.ts';
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

/** Simplified Chinese, as in mainland China and Singapore. */
export const zhHans: LanguageSource = {
  locale: 'zh-Hans',
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
    presetTitles,
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
  },
  later: {
    presetReasons: () => import('./preset-reasons.ts'),
    charts: () => import('./charts.ts'),
    asCodeWords: () => import('./as-code.ts'),
    anchorWords: () => import('./anchors.ts'),
    cli: () => import('./cli.ts'),
    compare: () => import('./compare.ts'),
    computer: () => import('./computer.ts'),
    curve: () => import('./curve.ts'),
    downloads: () => import('./downloads.ts'),
    effects: () => import('./effects.ts'),
    elsewhereWords: () => import('./elsewhere.ts'),
    events: () => import('./events.ts'),
    failures: () => import('./failures.ts'),
    glossary: () => import('./glossary.ts'),
    grpo: () => import('./grpo.ts'),
    insights: () => import('./insights.ts'),
    inspector: () => import('./inspector.ts'),
    keys: () => import('./keys.ts'),
    lab: () => import('./lab.ts'),
    lensWords: () => import('./lenses.ts'),
    knobNotes: () => import('./knobs.ts'),
    knobs: () => import('./knobs.ts'),
    machineFit: () => import('./machine-fit.ts'),
    menu: () => import('./menu.ts'),
    modelList: () => import('./model-list.ts'),
    modelWanted: () => import('./model-wanted.ts'),
    tryNext: () => import('./try-next.ts'),
    learn: () => import('./learn.ts'),
    ownModelWords: () => import('./own-models.ts'),
    passages: () => import('./passages.ts'),
    questionForm: () => import('./question-form.ts'),
    problemSets: () => import('./problem-sets.ts'),
    puzzleWords: () => import('./puzzles.ts'),
    landscapeWords: () => import('./landscape.ts'),
    questionWords: () => import('./questions.ts'),
    questionsOne: () => import('./questions/level-1.ts'),
    questionsTwo: () => import('./questions/level-2.ts'),
    questionsThree: () => import('./questions/level-3.ts'),
    records: () => import('./records.ts'),
    rolloutWords: () => import('./rollouts.ts'),
    scores: () => import('./scores.ts'),
    search: () => import('./search.ts'),
    serve: () => import('./serve.ts'),
    serverList: () => import('./server-list.ts'),
    serverCommandWords: () => import('./server-commands.ts'),
    sharing: () => import('./sharing.ts'),
    shepherdWords: () => import('./shepherd.ts'),
    steps: () => import('./steps.ts'),
    mergeCommandWords: () => import('./sweep-commands.ts'),
    sweepCommandWords: () => import('./sweep-commands.ts'),
    sweepFaults: () => import('./sweep-faults.ts'),
    sweepWords: () => import('./sweeps.ts'),
    teacher: () => import('./teacher.ts'),
    thinking: () => import('./thinking.ts'),
    thoughts: () => import('./thoughts.ts'),
    trainCommandWords: () => import('./train-commands.ts'),
    topicWords: () => import('./topics.ts'),
    trainerSettings: () => import('./trainer-settings.ts'),
    trainerWords: () => import('./trainer.ts'),
    training: () => import('./training.ts'),
    tree: () => import('./tree.ts'),
    faults: () => import('./faults.ts'),
    verifiers: () => import('./verifiers.ts'),
    votes: () => import('./votes.ts'),
    voteStrip: () => import('./vote-strip.ts'),
    lessonWords: () => import('./lessons.ts'),
    lessonFirstStory: () => import('./lessons/first-story.ts'),
    lessonTestTimeCompute: () => import('./lessons/test-time-compute.ts'),
    lessonThreeParts: () => import('./lessons/three-parts.ts'),
    lessonChainOfThought: () => import('./lessons/chain-of-thought.ts'),
    lessonSelfConsistency: () => import('./lessons/self-consistency.ts'),
    lessonBestOfN: () => import('./lessons/best-of-n.ts'),
    lessonTreeOfThoughts: () => import('./lessons/tree-of-thoughts.ts'),
    lessonBeamSearch: () => import('./lessons/beam-search.ts'),
    lessonMcts: () => import('./lessons/mcts.ts'),
    lessonRstar: () => import('./lessons/rstar.ts'),
    lessonBudgetForcing: () => import('./lessons/budget-forcing.ts'),
    lessonSequentialParallel: () => import('./lessons/sequential-parallel.ts'),
    lessonComputeOptimal: () => import('./lessons/compute-optimal.ts'),
    lessonMathShepherd: () => import('./lessons/math-shepherd.ts'),
    lessonGenerativeVerifiers: () => import('./lessons/generative-verifiers.ts'),
    lessonGrpo: () => import('./lessons/grpo.ts'),
    lessonR1Zero: () => import('./lessons/r1-zero.ts'),
    lessonR1Stages: () => import('./lessons/r1-stages.ts'),
    lessonDistillation: () => import('./lessons/distillation.ts'),
    lessonSelfTraining: () => import('./lessons/self-training.ts'),
    lessonDecisionProcess: () => import('./lessons/decision-process.ts'),
    lessonFaithfulness: () => import('./lessons/faithfulness.ts'),
  },
};
