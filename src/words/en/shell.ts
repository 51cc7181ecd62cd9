import { room } from '../language.ts';
import { plural } from './format.ts';

/** The frame of the page: its regions, dialogs and what every part of it has. */
export const shell = room('shell', {
  skip: 'Skip to the run',
  setup: 'Setup',
  inspector: 'Inspector',
  closeInspector: 'Close the inspector',
  /** Before the teacher's first sentence, for those who hear it. */
  teacherSays: 'What happens here:',
  footer: 'Timeline and result',
  close: 'Close',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  reload: 'Reload the page',
  /** While a part of the page is fetched. */
  opening: 'Opening.',
  /** Titles of dialogs whose content is fetched later. */
  dialogs: {
    keys: 'Keys',
    link: 'Copy the link',
    share: 'Share',
    history: 'Kept runs',
    models: 'Models',
    download: 'This model is not on this device',
    edit: 'Edit this thought and run on',
    'add-step': 'Add a step of your own and run on',
  },
  link: {
    refused:
      'The browser did not let the page copy it. The link is selected: copy it <keys>with Ctrl C or </keys>by holding it.',
    field: 'Link to this experiment',
  },
  /** Where a part of the page could not be drawn. */
  broken: {
    page: 'The page broke',
    stage: 'The stage broke',
    tree: 'The tree broke',
    comparison: 'The comparison broke',
    form: 'The form broke',
    dialog: 'This dialog broke',
    why: 'Something went wrong in the page. The address still holds your experiment.',
    again: 'Reload this view',
  },
  verdict: { right: 'right', wrong: 'wrong', ungraded: 'not graded' },
  knob: {
    reset: (name: string, standard: string) => `Reset ${name} to ${standard}`,
    resetTo: (standard: string) => `Reset to ${standard}`,
    asNumber: (name: string) => `${name}, as a number`,
    blank: (name: string) => `“${name}” is blank: write at least a letter or a sign.`,
    mustNotBeBlank: 'Must not be blank',
    unreadPuzzle: 'This puzzle can’t be read yet. The reason is below it.',
    emptyQuestion: 'There is no question yet: write one, or take one of the presets.',
    longQuestion: (by: number) =>
      `The question is too long by ${plural(by, { one: '# character', other: '# characters' })}. Shorten it to run it.`,
  },
});
