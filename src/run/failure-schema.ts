import * as v from 'valibot';
import { discriminatorMisfits, verifierMisfits } from '#experiment/fit.ts';
import { logLimits } from './log-limits.ts';
import { count, text } from './schema-parts.ts';

/*
 * What can go wrong, as facts: a code, and what a person has to know beyond it. `words/en/failures.ts` says it in words, and
 * the type checker asks for them there. A new failure: one line here, its words there.
 */

const name = text(logLimits.label);
const path = text(logLimits.text);
/** What a program or runtime of others said, in its own words: quoted, never compared. */
const detail = text(logLimits.text);
const nothing = {};

const failure = <const Code extends string, const Facts extends v.ObjectEntries>(code: Code, facts: Facts) =>
  v.strictObject({ code: v.literal(code), ...facts });
const because = <const Kind extends string, const Facts extends v.ObjectEntries>(kind: Kind, facts: Facts) =>
  v.strictObject({ kind: v.literal(kind), ...facts });

/** Files of a model that are not what they should be. `file`: its name, or its address. */
const damage = v.variant('kind', [
  // models that ship with the page
  because('manifest-not-json', { model: name }),
  because('manifest-invalid', { model: name, at: path, detail }),
  because('manifest-of-another', { model: name, other: name }),
  because('token-missing', { token: detail }),
  because('tensor-missing', { model: name, tensor: name }),
  because('tensor-shape', { model: name, tensor: name, found: detail, needed: detail }),
  because('tensor-outside', { model: name, tensor: name }),
  because('weights-length', { model: name, bytes: count, expected: count }),
  because('weights-hash', { model: name }),
  because('weights-not-finite', { model: name }),
  // models that were downloaded
  because('file-too-long', { file: path }),
  because('file-not-json', { file: path }),
  because('file-invalid', { file: path, at: path, detail }),
  because('file-hash', { file: v.nullable(path) }),
  because('weights-list', { model: name }),
  because('no-tokeniser', nothing),
  because('tokeniser-unknown', nothing),
  because('tokeniser-unreadable', { detail }),
  because('no-reply-end', nothing),
  because('not-a-model', { detail }),
]);

const breakdown = v.variant('kind', [
  because('threw', { detail }),
  because('no-probabilities', nothing),
  /** A number that is none has no JSON: as text. */
  because('bad-value', { model: name, value: name }),
  because('bad-logprob', { model: name, value: name }),
  because('no-hashes', nothing),
  because('not-compiled', nothing),
  because('not-started', nothing),
  because('not-built', nothing),
  because('no-memory', nothing),
  because('stopped', nothing),
  because('webllm-threw', { detail }),
  because('webllm-stopped', nothing),
  because('worker-stopped', { detail: v.nullable(detail) }),
  because('worker-silent', nothing),
]);

const unsupported = v.variant('kind', [
  because('no-value-head', { model: name }),
  because('no-scoring', { model: name }),
  because('empty-prompt', nothing),
  because('problem', { model: name, problem: detail }),
  because('leading-minus', { model: name }),
  because('examples', { model: name }),
  because('instructions', { model: name }),
  because('judging', { model: name }),
  because('valuing', { model: name }),
  because('verdict-words', { model: name }),
  because('thinking-end', { model: name }),
  because('going-on', { model: name }),
  because('start-with-tag', { tag: detail }),
  because('tokens-not-shared', { model: name, other: name }),
  because('token-not-shared', { model: name, other: name, token: detail }),
  because('no-file-storage', nothing),
  because('no-second-model', { model: name }),
  because('no-rule', nothing),
  because('no-reference', nothing),
  because('whole-traces-only', { verifier: name }),
  because('verifier', { reason: v.picklist(verifierMisfits) }),
  because('discriminator', { reason: v.picklist(discriminatorMisfits) }),
]);

const interruption = v.variant('kind', [
  because('unreachable', nothing),
  because('status', { status: count }),
  because('broke-off', nothing),
  because('cut-short', { bytes: count, of: count }),
  because('offline', nothing),
  because('no-such-file', nothing),
  because('removed-meanwhile', nothing),
]);

/** What went wrong with a server of models. `detail`: its own words, cut, and without the key. */
const serverTrouble = v.variant('kind', [
  /** Nobody said that it may be asked. */
  because('not-agreed', nothing),
  because('unreachable', { local: v.boolean() }),
  /** It answers, and does not let this page read what. */
  because('not-allowed', nothing),
  because('insecure', nothing),
  because('no-key', { sent: v.boolean() }),
  because('forbidden', { detail }),
  because('no-model', { model: detail }),
  because('no-interface', nothing),
  because('refused', { status: count, detail }),
  because('busy', { status: count, tries: count }),
  because('broken', { status: count, detail, tries: count }),
  because('broke-off', { tries: count }),
  because('silent', { seconds: count }),
  because('too-long', nothing),
  because('malformed', { detail }),
  /** It began another text than before, so that a reply that broke off cannot go on. */
  because('other-text', nothing),
]);

/** What a saved run says and cannot have happened. */
export const logFaultSchema = v.variant('kind', [
  because('out-of-order', {
    event: name,
    status: v.picklist(['idle', 'running', 'finished', 'cancelled', 'failed']),
  }),
  because('voted-twice', { trace: count }),
  because('chosen-twice', nothing),
  because('wrote-after-end', { trace: count }),
  because('waited-after-end', { trace: count }),
  because('ended-twice', { trace: count }),
  because('started-twice', { trace: count }),
  because('not-started', { trace: count }),
  because('round-out-of-turn', { trace: count, round: count }),
  because('no-such-round', { trace: count, round: count }),
  because('no-such-node', { node: count }),
  because('node-made-twice', { node: count }),
  because('node-too-early', { node: count, before: count }),
  because('second-root', { node: count }),
  because('child-of-ended', { node: count }),
  because('too-deep', { node: count }),
  because('unknown', nothing),
]);

/** A field of a custom model and what it must be. */
export const customFieldSchema = because('field', {
  field: v.nullable(
    v.picklist([
      'id',
      'weights',
      'library',
      'context',
      'integrity.config',
      'integrity.library',
      'integrity.tokenizer',
    ]),
  ),
  must: v.picklist(['id', 'short', 'address', 'hash', 'wasm', 'whole', 'least', 'most', 'other']),
});

const fileDamage = v.variant('kind', [
  because('compression', nothing),
  because('incomplete', nothing),
  because('invalid', { at: v.nullable(path) }),
  because('other-experiment', nothing),
  because('impossible', { entry: v.nullable(count), fault: logFaultSchema }),
]);

export const failureSchema = v.variant('code', [
  failure('model-not-found', {
    why: v.variant('kind', [
      because('file', { path }),
      because('unlisted', { model: name }),
      because('no-such-judge', { model: name }),
    ]),
  }),
  failure('model-damaged', { why: damage }),
  failure('kernel-failed', { why: breakdown }),
  /** A file of this page itself did not come. */
  failure('part-missing', {
    part: v.nullable(
      v.picklist([
        'kernel',
        'model-list',
        'gpu-drivers',
        'gpu-models',
        'servers',
        'answer-reader',
        'searches',
      ]),
    ),
  }),
  failure('unsupported', { why: unsupported }),
  failure('unknown-token', {
    why: v.variant('kind', [
      because('id', { token: v.number(), model: v.nullable(name) }),
      because('text', nothing),
      because('word', { text: detail }),
      because('number', { written: detail }),
    ]),
  }),
  failure('prompt-too-long', { model: v.nullable(name), tokens: count, context: count }),
  failure('example-too-long', { model: name, context: count }),
  /** `slots`: all that there are; null where memory ran out before. */
  failure('out-of-slots', { slots: v.nullable(count) }),
  failure('not-downloaded', {
    why: v.variant('kind', [
      because('model', { model: name }),
      because('file', { file: v.nullable(path) }),
      because('removed-meanwhile', { model: name }),
    ]),
  }),
  /** `local`: from a server on the person's own computer. */
  failure('download-failed', { file: path, host: path, local: v.boolean(), why: interruption }),
  /** In bytes; null where the browser only said no. */
  failure('no-space', { room: v.nullable(v.strictObject({ needed: count, free: count })) }),
  failure('no-webgpu', nothing),
  failure('no-adapter', nothing),
  failure('gpu-too-small', { lacks: v.picklist(['f16', 'limits', 'commands']) }),
  failure('device-lost', nothing),
  failure('out-of-memory', nothing),
  failure('library-mismatch', {
    why: v.variant('kind', [
      because('versions', nothing),
      because('logits', { found: count, tokens: count }),
    ]),
  }),
  failure('custom-model-invalid', {
    why: v.variant('kind', [
      because('too-many', { most: count }),
      because('taken', { id: name }),
      customFieldSchema,
    ]),
  }),
  failure('other-weights', { model: name }),
  /** A model's server. `host`: as a person reads it. Nothing of it holds a key. */
  failure('server-failed', { host: path, why: serverTrouble }),
  failure('worker-crashed', { silent: v.boolean() }),
  failure('new-version', nothing),
  failure('bug', { detail }),
  failure('unexpected', { detail: v.nullable(detail) }),
  failure('link-damaged', nothing),
  failure('link-too-big', nothing),
  failure('link-blank-word', nothing),
  failure('link-newer', nothing),
  failure('file-too-big', nothing),
  failure('file-without-tree', nothing),
  failure('file-not-a-run', nothing),
  failure('file-newer', nothing),
  failure('file-damaged', { why: fileDamage }),
  failure('file-unreadable', nothing),
  failure('file-unwritable', nothing),
  failure('run-too-big', nothing),
  failure('curve-not-reached', nothing),
  failure('curve-missing', nothing),
  failure('curve-unreadable', nothing),
  /** Of a run that was saved when failures were sentences: its own words, in English. */
  failure('as-saved', { was: name, message: detail, advice: detail }),
]);

/** A failure as run files of version 1 have it. */
export const savedFailureSchema = v.strictObject({ code: name, message: detail, advice: detail });
