import type { CustomFieldProblem, LogFault } from '#run/failure.ts';
import { logLimits } from '#run/log-limits.ts';
import { runFileLimits } from '#run/run-file.ts';
import { inWords } from '../in-words.ts';
import { number } from './format.ts';
import type { FailureWords } from '../failure-words.ts';

const megabytes = number(runFileLimits.most / 1_000_000);
const steps = number(logLimits.entries);
const depth = number(logLimits.depth);
const bytes = (count: number) =>
  count >= 1e9
    ? `${number(count / 1e9, 1)} GB`
    : count >= 1e6
      ? `${number(count / 1e6)} MB`
      : `${number(count / 1e3)} kB`;
const saveAgain = 'Save the run again where it came from.';
/** On a person's own computer, the server is theirs to mend. */
const downloadFrom = ({ local }: { readonly local: boolean }) =>
  local
    ? 'See that the server runs and sends the header "Access-Control-Allow-Origin: *", then download again: the part already downloaded is kept.'
    : 'Check the connection, or whether something blocks that server, then download again: the part already downloaded is kept.';
const correct = 'Correct it in the form of the custom model.';
const faults: {
  readonly [Kind in LogFault['kind']]: string | ((fault: Extract<LogFault, { kind: Kind }>) => string);
} = {
  'out-of-order': ({ event, status }) =>
    status === 'idle'
      ? `“${event}” came before the run started`
      : `“${event}” came while the run was ${status}`,
  'voted-twice': ({ trace }) => `trace ${trace} voted twice`,
  'chosen-twice': 'an answer was chosen twice',
  'wrote-after-end': ({ trace }) => `trace ${trace} wrote after its end`,
  'waited-after-end': ({ trace }) => `trace ${trace} was told to go on after its end`,
  'ended-twice': ({ trace }) => `trace ${trace} ended twice`,
  'started-twice': ({ trace }) => `trace ${trace} started twice`,
  'not-started': ({ trace }) => `trace ${trace} had not started`,
  'round-out-of-turn': ({ trace, round }) => `round ${round} of trace ${trace} came out of turn`,
  'no-such-round': ({ trace, round }) =>
    `trace ${trace} answered after round ${round}, which it did not have`,
  'no-such-node': ({ node }) => `there was no node ${node}`,
  'node-made-twice': ({ node }) => `node ${node} was made twice`,
  'node-too-early': ({ node, before }) => `node ${node} came before node ${before}`,
  'second-root': ({ node }) => `node ${node} is a second root`,
  'child-of-ended': ({ node }) => `node ${node} has ended and cannot have children`,
  'too-deep': ({ node }) => `node ${node} has more than ${depth} steps before it`,
  unknown: 'the log cannot be followed',
};

/** What a field of a custom model must be. */
export const fieldRules = {
  id: 'Use letters, digits, “.”, “-” and “_”, at most 96; begin with a letter or a digit. “/” and “:” may stand inside.',
  short: 'This is too long.',
  address: 'Use an https address (http is allowed for localhost) without a user name, “?” or “#”.',
  hash: 'Use a subresource-integrity hash: “sha256-”, “sha384-” or “sha512-” and its base64.',
  wasm: 'It has to end in .wasm.',
  whole: 'Use a whole number.',
  least: 'Use at least 256 tokens.',
  most: 'Use at most 131,072 tokens.',
  other: 'This is not what the form asks for.',
} satisfies Readonly<Record<CustomFieldProblem['must'], string>>;

/** Downloads, links, saved runs. */
export const fileFailures = {
  'not-downloaded': {
    model: {
      message: ({ model }) => `${model} is not on this device.`,
      advice: 'Download it first: choose it under Model and press Download.',
    },
    file: {
      message: ({ file }) =>
        file === null
          ? 'A file of the model is not on this device.'
          : `A file of the model is not on this device (${file}).`,
      advice: 'Download the model again: what is there is not fetched twice.',
    },
    'removed-meanwhile': {
      message: ({ model }) => `${model} was removed while it was being fetched.`,
      advice: 'Download it again to use it.',
    },
  },
  'download-failed': {
    unreachable: {
      message: ({ file, host }) =>
        `${file} could not be fetched from ${host}: the server cannot be reached, or does not let this page read its files.`,
      advice: downloadFrom,
    },
    status: {
      message: ({ file, host, status }) =>
        `${file} could not be fetched from ${host}: the server answers ${status}.`,
      advice: downloadFrom,
    },
    'broke-off': {
      message: ({ file, host }) => `${file} could not be fetched from ${host}: the connection broke.`,
      advice: downloadFrom,
    },
    'cut-short': {
      message: ({ file, host, bytes: came, of }) =>
        `${file} could not be fetched from ${host}: the file ends after ${number(came)} of ${number(of)} bytes.`,
      advice: downloadFrom,
    },
    offline: {
      message: ({ file, host }) => `${file} could not be fetched from ${host}: this device is offline.`,
      advice: downloadFrom,
    },
    'no-such-file': {
      message: ({ file, host }) => `${file} could not be fetched from ${host}: there is no such file.`,
      advice: downloadFrom,
    },
    'removed-meanwhile': {
      message: ({ file, host }) =>
        `${file} could not be fetched from ${host}: the browser removed files while others came.`,
      advice: downloadFrom,
    },
  },
  'no-space': {
    message: ({ room: space }) =>
      space === null
        ? 'The browser has no more space for this page.'
        : `${bytes(space.needed)} are still to come, and the browser gives this page ${bytes(space.free)} more.`,
    advice:
      'Free space on the disk, or remove a downloaded model, then download again: the part already downloaded is kept.',
  },
  'custom-model-invalid': {
    'too-many': {
      message: ({ most }) => `There can be ${number(most)} custom models at most.`,
      advice: correct,
    },
    taken: { message: ({ id }) => `There is a model “${id}” already.`, advice: correct },
    field: { message: ({ field, must }) => `${field ?? 'The model'}: ${fieldRules[must]}`, advice: correct },
  },
  'link-damaged': {
    message: 'This link is damaged: no experiment can be read from it.',
    advice:
      'Copy the whole link again: one wrong character is enough, and mail and chat programs sometimes cut the end off.',
  },
  'link-too-big': {
    message: 'This link is longer than any link to an experiment.',
    advice: 'Ask for the link again where it came from, or set the experiment up by hand.',
  },
  'link-blank-word': {
    message: 'This link asks for a blank in place of “Wait”, which would say nothing to the model.',
    advice: 'Set the experiment up by hand: Budget forcing, with a word.',
  },
  'link-newer': {
    message: 'This link was made by a newer version of Second Thought.',
    advice: 'Reload the page to get the newest version, then open the link again.',
  },
  'file-too-big': {
    message: `This file is too big: a run has at most ${megabytes} MB and ${steps} steps.`,
    advice: 'Run the experiment again with fewer samples or a lower token limit, and save that.',
  },
  'file-without-tree': {
    message: 'This log of Tree of Thoughts holds samples, and no search that could be stepped through.',
    advice: 'Choose a log of a search: its name says “propose” or “sample”, and “greedy”, not “naive”.',
  },
  'file-not-a-run': {
    message: 'This file is not a run saved by Second Thought, nor a log that it can read.',
    advice:
      'Choose a file that was saved with Export, a log of tree-of-thought-llm, or a tree log of llm-reasoners.',
  },
  'file-newer': {
    message: 'This run was saved by a newer version of Second Thought.',
    advice: 'Reload the page to get the newest version, then open the file again.',
  },
  'file-damaged': {
    compression: { message: 'This file is damaged: it cannot be decompressed.', advice: saveAgain },
    incomplete: { message: 'This file is damaged: it is not complete.', advice: saveAgain },
    invalid: {
      message: ({ at }) =>
        at === null
          ? 'This file is damaged: something is wrong at its start.'
          : `This file is damaged: something is wrong at “${at}”.`,
      advice: saveAgain,
    },
    'other-experiment': {
      message: 'This file is damaged: its experiment is not the one that was run.',
      advice: saveAgain,
    },
    impossible: {
      message: ({ entry, fault }) =>
        entry === null
          ? 'This file is damaged: its log cannot be followed.'
          : `This file is damaged: step ${number(entry + 1)} of the run cannot have happened: ${inWords(faults[fault.kind], fault)}.`,
      advice: saveAgain,
    },
  },
  'file-unreadable': {
    message: 'The browser could not read this file.',
    advice: 'Check that it still exists and may be opened, then try again.',
  },
  'file-unwritable': {
    message: 'The run could not be made into a file.',
    advice: 'Close other tabs to free memory, then export again. The run stays.',
  },
  'run-too-big': {
    message: `This run is too big for a file: the page opens ${megabytes} MB and ${steps} steps at most.`,
    advice:
      'Its link still holds the experiment. To save a run of it, use fewer samples or a lower token limit.',
  },
  'curve-not-reached': {
    message: 'The curve could not be fetched.',
    advice: 'Check the connection, then try again. The models still run.',
  },
  'curve-missing': {
    message: 'The server does not have the curve of this model.',
    advice: 'Try again later. The models still run.',
  },
  'curve-unreadable': {
    message: 'The file with the curve is damaged.',
    advice: 'Reload the page, or try again later. The models still run.',
  },
} satisfies Partial<FailureWords>;
