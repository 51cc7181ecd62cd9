import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** Passing an experiment on: links with a step, pictures, embedding, presenting. */
export const sharing = room('sharing', {
  views: 'Ways to share',
  tabs: { link: 'Link', picture: 'Picture', embed: 'Embed', code: 'Code' },
  copied: 'Copied',
  copyByHand:
    'The browser did not let the page copy it. It is selected: copy it <keys>with Ctrl C or </keys>by holding it.',
  link: {
    holds: 'Every link holds the experiment: problem, strategy, model, sampling and seed.',
    ofRun: 'It holds the run on the stage, without what was changed in the setup since.',
    step: (place: { cursor: number; length: number; picture: string }) =>
      `Opens at this step (${number(place.cursor)} of ${number(place.length)}), with ${place.picture} in front`,
    end: (picture: string) => `Opens at the run’s end, with ${picture} in front`,
    noRun: 'Once something has run, a link can open at a step of it.',
    plays: 'Plays by itself from there',
    playsAll: 'Plays by itself from the start',
    playsHelp: 'It does not play where the system asks for less motion.',
    compares: 'Starts the comparison by itself',
    comparesHelp: 'Otherwise whoever opens it presses Compare.',
    waits: (model: string) =>
      `${model} does not come with the page: whoever opens the link has to press Run first.`,
    title: 'Title',
    titleHelp: 'Shown above the run, and as the name of the browser’s tab.',
    note: 'Note',
    noteHelp: 'What to look at. In presenter mode it stands beside the picture.',
    left: (characters: number) => plural(characters, { one: '# character left', other: '# characters left' }),
    address: 'Address',
    length: (characters: number) => plural(characters, { one: '# character', other: '# characters' }),
    copy: 'Copy link',
  },
  picture: {
    none: 'Once something has run, its pictures can be saved.',
    which: 'Picture',
    theme: 'Colours',
    themes: { light: 'Light', dark: 'Dark' },
    preview: 'The picture as it will be saved',
    svg: 'Save SVG',
    png: 'Save PNG',
    gif: 'Save animation',
    help: 'SVG for papers and posters, PNG for slides. The animation (GIF) goes through the run step by step.',
    size: (size: { width: number; height: number }) => `${number(size.width)} × ${number(size.height)} px`,
    name: (place: { picture: string; cursor: number; length: number }) =>
      `${place.picture} at step ${number(place.cursor)} of ${number(place.length)}`,
    caption: (of: { problem: string; line: string }) => `${of.problem} · ${of.line}`,
    progress: 'Making the animation',
    cancel: 'Cancel',
    saved: (name: string) => `Saved as ${name}`,
    failed: 'The browser could not make this picture.',
  },
  embed: {
    title: 'Run',
    foot: 'Timeline and result',
    open: 'Open in Second Thought',
    help: 'For slides, notebooks and pages of your own: it opens at what is on the stage now, and runs there.',
    which: 'What it shows',
    panels: { stage: 'The picture', timeline: 'The timeline', result: 'The result', teacher: 'The teacher' },
    size: 'Size',
    pixels: (size: { width: number; height: number }) => `${number(size.width)} × ${number(size.height)}`,
    snippet: 'HTML to paste',
    copy: 'Copy HTML',
  },
  present: {
    title: 'Presentation of the run',
    leave: 'Leave the presentation (Escape)',
    keys: 'Arrow keys: steps of the algorithm · F: full screen · Escape: leave',
    count: (place: { cursor: number; length: number }) => `${number(place.cursor)} / ${number(place.length)}`,
  },
  note: {
    from: 'The link says',
    pressRun: 'Press Run, and the page goes to the step that the link shows.',
    putAway: 'Put away what the link says',
  },
});
