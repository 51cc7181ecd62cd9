import { room } from '../language.ts';

/** Run, and the menu. What is chosen for a run stands in the same words wherever it is chosen. */
export const header = room('header', {
  problem: 'Problem',
  presets: 'Examples',
  choosePreset: 'Examples …',
  strategy: 'Strategy',
  notWithModel: (strategy: string, why: string) => `${strategy} (${why})`,
  model: 'Model',
  allModels: 'All models …',
  run: 'Run',
  runKeys: 'Run (Ctrl Enter)',
  /** The button of a narrow screen, before what is set up. */
  setupIs: 'Setup:',
  /** In it: not what the run that is shown ran with. */
  changed: 'changed:',
  runAgain: 'Run again',
  cancel: 'Cancel',
  stopping: 'Stopping',
  copyLink: 'Copy link',
  share: 'Share …',
  running: 'Running',
  keys: 'Keys',
  keysKey: 'Keys (?)',
  more: 'More',
  runFile: 'Run file',
  language: 'Language',
  themeIs: { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
});
