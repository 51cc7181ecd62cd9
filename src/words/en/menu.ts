import { room } from '../language.ts';

/** What stands in the menu of the header. */
export const menu = room('menu', {
  present: 'Present',
  models: 'Models',
  history: 'History',
  compare: 'Compare strategies',
  exportRun: 'Export run',
  importRun: 'Import run',
  theme: 'Theme',
  themes: { auto: 'System', light: 'Light', dark: 'Dark' },
});
