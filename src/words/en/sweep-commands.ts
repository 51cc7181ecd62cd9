import { room } from '../language.ts';
import { fixed, list, number, plural } from './format.ts';

/** What `sweep` prints, and what is wrong with how it was asked. */
export const sweepCommandWords = room('sweepCommandWords', {
  nothingAsked: 'Say what to measure: with --arm, --file or --link.',
  oneSource: 'Give only one of --arm, --file and --link.',
  onlyWithArms: (flag: string) =>
    `--${flag} goes with --arm only: a file or a link says which problems and models it is about.`,
  besideOwn: (flag: string) =>
    `--${flag} cannot be given with --own: the problems of a file are of the kinds that stand in it.`,
  leaveOutWhat: '--leave-out goes with --own: the lines of that file that cannot be read.',
  leaveOut: (readable: number) =>
    `With --leave-out it goes on without them, with ${plural(readable, { one: '# problem', other: '# problems' })}.`,
  severalKinds: (kinds: readonly string[]) =>
    `No model here reads all kinds of problems in this file, which has ${list(kinds)}: put each kind into a file of its own.`,
  shardWhat: '--shard needs --out: a file of results for this part alone. The command merge joins them.',
  noFamily: ({ family, families }: { readonly family: string; readonly families: string }) =>
    `There is no kind of problems "${family}". There are: ${families}.`,
  noSet: ({ set, sets }: { readonly set: string; readonly sets: string }) =>
    `There is no set "${set}". There are: ${sets}.`,
  noValue: (setting: string) => `The setting "${setting}" has no value: write ${setting}=VALUE.`,
  noSweep: ({ file, at }: { readonly file: string; readonly at: string }) =>
    at === '' ? `${file} holds no sweep.` : `${file} holds no sweep: look at "${at}".`,
  fileThere: (file: string) => `${file} is there already: go on with it by --resume, or name another file.`,
  resumeWhat: '--resume needs --out: the file to go on with.',
  otherSweep: (file: string) =>
    `${file} is of another sweep: it has other ways to answer, problems or budgets. Name another file.`,
  fewer: ({ there, asked }: { readonly there: number; readonly asked: number }) =>
    `There are ${number(there)} problems in this set, not ${number(asked)}.`,
  progress: ({
    done,
    of,
    seconds,
    cores,
  }: {
    readonly done: number;
    readonly of: number;
    readonly seconds: number | null;
    readonly cores: number;
  }) =>
    [
      `${number(done)} of ${plural(of, { one: '# run', other: '# runs' })}`,
      `on ${plural(cores, { one: 'one core', other: '# cores' })}`,
      ...(seconds === null || done === of
        ? []
        : [
            seconds < 100
              ? `${fixed(seconds, 0)} s left`
              : `${plural(Math.round(seconds / 60), { one: '# minute', other: '# minutes' })} left`,
          ]),
    ].join(', '),
  interrupted: ({
    done,
    of,
    kept,
  }: {
    readonly done: number;
    readonly of: number;
    readonly kept: { readonly file: string; readonly shard: string | null } | null;
  }) =>
    `Stopped at ${number(done)} of ${plural(of, { one: '# run', other: '# runs' })}. ${
      kept === null
        ? 'They are not kept: with --out FILE they would be.'
        : `They are in ${kept.file}: go on with --out ${kept.file} --resume${kept.shard === null ? '' : ` --shard ${kept.shard}`}.`
    }`,
  failed: (count: number) =>
    `${plural(count, { one: '# run failed', other: '# runs failed' })} and counts neither as right nor as wrong. With --out and --resume it is run again.`,
  head: '| way to answer | right | runs | tokens | forwards | seconds | tokens × M parameters | against the first |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
  against: ({ better, worse, p }: { readonly better: number; readonly worse: number; readonly p: string }) =>
    `${number(better)} more, ${number(worse)} fewer, ${p}`,
  unknown: '–',
});

/** What `merge` prints, and what is wrong with how it was asked. */
export const mergeCommandWords = room('mergeCommandWords', {
  name: 'Name a new file, and the files to join in it: npm run cli -- merge OUT.jsonl IN.jsonl ...',
  fileThere: (file: string) => `${file} is there already: name another file to join the others in.`,
  otherSweep: ({ files, first }: { readonly files: readonly string[]; readonly first: string }) =>
    `${plural(files.length, { one: 'This file is of another sweep', other: 'These files are of another sweep' })} than ${first}, with other ways to answer, problems or budgets: ${list(files)}. Nothing was written.`,
  missing: ({
    runs,
    problems,
    file,
  }: {
    readonly runs: number;
    readonly problems: readonly number[];
    readonly file: string;
  }) => {
    const shown = problems.slice(0, 6).map(number);
    const more = problems.length - shown.length;
    return `${plural(runs, { one: '# run is missing', other: '# runs are missing' })}, of ${plural(problems.length, { one: 'problem', other: 'problems' })} ${list(more > 0 ? [...shown, `${number(more)} more`] : shown)}. This runs what is missing: sweep --out ${file} --resume.`;
  },
});
