import { room } from '../language.ts';
import { bytes, list, number, plural } from './format.ts';

/** Models of a person's own: kept in this browser, opened from files, handed out as files. */
export const ownModelWords = room('ownModelWords', {
  /** A model that was trained in this browser, by what it started from. */
  trainedName: (base: string, steps: number) =>
    `${base} · ${plural(steps, { one: 'trained # step here', other: 'trained # steps here' })}`,
  trained: (base: string, steps: number) =>
    `Trained in this browser: ${plural(steps, { one: '# step', other: '# steps' })} from ${base}.`,
  fromFile: 'Opened from a file.',
  fromFileLearnt: 'Opened from a file. It learnt from its own traces.',

  title: 'Of your own',
  what: 'Trained here or opened from a file. They stay in this browser.',
  none: 'None yet. A model’s folder can be opened as a zip, or as its files: manifest.json and weights.bin.',
  open: 'Open a model…',
  files: 'Files of a model',
  reading: 'Reading the model …',
  kept: (name: string) => `${name} is here now.`,
  letGo: (names: readonly string[]) => `For it had to go: ${list(names)}.`,
  passing: 'It lives until this tab closes: this browser keeps nothing for this page, or has no room.',
  play: 'Use in Play',
  rename: 'Rename',
  renameOne: (name: string) => `Rename ${name}`,
  name: 'Name',
  save: 'Save',
  cancel: 'Cancel',
  export: 'Export',
  exportOne: (name: string) => `Export ${name}`,
  remove: 'Delete',
  removeOne: (name: string) => `Delete ${name}`,
  removed: (name: string) => `${name} deleted.`,
  undo: 'Undo',
  room: (by: {
    readonly models: number;
    readonly bytes: number;
    readonly limits: { readonly bytes: number; readonly count: number };
  }) =>
    `${plural(by.models, { one: '# model', other: '# models' })}, ${bytes(by.bytes)}. Beyond ${plural(by.limits.count, { one: '# model', other: '# models' })} or ${bytes(by.limits.bytes)}, the oldest go.`,

  /** By kind: why files are not opened as a model, and what to do. */
  faults: {
    'zip-unreadable':
      'This file cannot be read as a zip. Choose the zip of a model, or the files of its folder.',
    'no-manifest':
      'There is no manifest.json among these files. Choose the zip of a model, or all files of its folder.',
    'no-weights': 'There is no weights.bin beside the manifest. Choose all files of the model’s folder.',
    several: 'There are several models in this zip. Choose a zip of one.',
    curve: 'Its curve.json is no learning curve. Leave it out, or export the model anew.',
    'bad-path': (by: { readonly path: string }) =>
      `This zip has a file that would lie outside of its folder (${by.path}), so it is not opened.`,
    'too-many-files': (by: { readonly most: number }) =>
      `This zip has more than ${number(by.most)} files. Choose the zip of a model.`,
    'too-large': (by: { readonly name: string; readonly most: number }) =>
      `${by.name} is larger than ${bytes(by.most)}. This page opens smaller models only.`,
  },
  /** After what is wrong with a file of a model. */
  exportAnew: 'Its files were changed or cut short on the way. Export it anew, or ask for it again.',

  /** What is set up names a model that is not in this browser. */
  wanted: {
    title: 'This experiment uses a model that was made in another browser.',
    what: 'Its files are not in a link. Ask whoever made it to export it, then open the file here: the same weights are the same model, and give the same tokens.',
    looking: 'Looking for the model in this browser …',
  },
  /** Beside a link that names one. */
  link: 'This model is in your browser alone. Whoever opens the link needs its file too: export it under All models.',
});
