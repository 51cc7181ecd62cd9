import { room } from '../language.ts';
import { fixed, number, percent, plural } from './format.ts';

/** What `train` prints, the card that it writes, and what is wrong with how it was asked. */
export const trainCommandWords = room('trainCommandWords', {
  noPreset: ({ preset, presets }: { readonly preset: string; readonly presets: string }) =>
    `There is no training "${preset}". There are: ${presets}.`,
  noValue: (setting: string) => `The setting "${setting}" has no value: write --set ${setting}=VALUE.`,
  wrongSetting: (setting: string) => `--set ${setting}: a training cannot be set up like this.`,
  wrongModel: ({ model, models }: { readonly model: string; readonly models: string }) =>
    `The model "${model}" cannot be trained on these problems. These can: ${models}.`,
  folderThere: (folder: string) => `${folder} is there already. Name another folder.`,
  step: ({
    step,
    of,
    seconds,
    accuracy,
    thinking,
    tokens,
    silent,
    groups,
  }: {
    readonly step: number;
    readonly of: number;
    readonly seconds: number;
    readonly accuracy: number;
    readonly thinking: number;
    readonly tokens: number;
    readonly silent: number;
    readonly groups: number;
  }) =>
    `Step ${number(step)} of ${number(of)}, ${fixed(seconds, 0)} s: ${percent(accuracy)} right, ${percent(thinking)} think, ${plural(
      Math.round(tokens),
      { one: '# token', other: '# tokens' },
    )} a trace; ${number(silent)} of ${plural(groups, { one: '# group', other: '# groups' })} without a signal`,
  heldOut: ({ step, right, of }: { readonly step: number; readonly right: number; readonly of: number }) =>
    `Held-out problems after step ${number(step)}: ${number(right)} of ${number(of)} right, greedy`,
  watched: (text: string) => `  ${text}`,
  finished: (seconds: number) => `Finished after ${fixed(seconds, 0)} s.`,
  paused: (step: number) => `Stopped after step ${number(step)}.`,
  diverged: (step: number) =>
    `Stopped after step ${number(step)}: a gradient was no number. A smaller rate may help.`,
  written: (folder: string) =>
    `The log and the model are in ${folder}; the page opens both, the log in the lab under Training.`,
  name: ({ model, step }: { readonly model: string; readonly step: number }) =>
    `${model}, trained for ${plural(step, { one: '# step', other: '# steps' })}`,
  description: {
    grpo: 'Trained further by reinforcement learning, on its own traces.',
    star: 'Trained further on its own right traces.',
  },
  card: ({
    name,
    link,
    right,
    of,
  }: {
    readonly name: string;
    readonly link: string;
    readonly right: number | null;
    readonly of: number;
  }) =>
    [
      `# ${name}`,
      `Made by \`npm run cli -- train --link '${link}'\`. With the same command every machine makes the same model.`,
      ...(right === null
        ? []
        : [`At its end ${number(right)} of ${number(of)} held-out problems were right, greedy.`]),
      'Its learning curve is `curve.json`; the whole log is `log.jsonl` in the folder above.',
    ].join('\n\n'),
});
