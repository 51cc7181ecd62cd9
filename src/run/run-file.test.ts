import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { anyLog } from './testing/arbitrary.ts';
import { runDifference } from './testing/run-difference.ts';
import type { LogEntry } from './events.ts';
import { exportRun } from './export.ts';
import { logOf, logOfEvents, rootEvent, stepEvents } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { importRun } from './import.ts';
import { runFileJsonSchema } from './testing/json-schema.ts';
import { runFileLimits } from './run-file.ts';
import { logLimits } from './log-limits.ts';
import { emptyRun } from './state.ts';

const experiment = defaultExperiment('countdown', 'self-consistency');
const log = logOf(['9 - 3 !Wait 2 </think> 24 <eos>', '1 </think> 7 <eos>'], experiment);
const file = () =>
  JSON.parse(exportRun(experiment, log)) as {
    version: number;
    experiment: unknown;
    entries: { at: unknown; event: Record<string, unknown> }[];
  };
const codeOf = (content: unknown): string => {
  const result = importRun(typeof content === 'string' ? content : JSON.stringify(content));
  return result.ok ? 'ok' : result.failure.code;
};

const experimentOf = (entries: readonly LogEntry[]) => {
  const start = entries[0]!.event;
  if (start.type !== 'run-started') throw new Error('a log starts with run-started');
  return start.experiment;
};

test('a run of a model whose id is a server’s is read back', () => {
  const served: Experiment = { ...experiment, model: 'org/name:8b' };
  const run = logOf(['9 - 3 </think> 24 <eos>'], served);
  expect(importRun(exportRun(served, run))).toMatchObject({ ok: true, experiment: served });
});

describe('saving and opening a run', () => {
  test('any run comes back as it was', () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        expect(importRun(exportRun(experimentOf(entries), entries))).toEqual({
          ok: true,
          experiment: experimentOf(entries),
          entries,
        });
      }),
    );
  });

  test('one that was saved before there were budgets opens, without a limit', () => {
    const old = exportRun(experiment, log).replaceAll(',"budget":{"tokens":0}', '');
    expect(old).not.toContain('budget');
    expect(importRun(old)).toEqual({ ok: true, experiment, entries: log });
  });

  test('searches that were saved before they could choose by a vote open, choosing the best', () => {
    for (const kind of ['beam-search', 'tree-of-thoughts'] as const) {
      const search = defaultExperiment('countdown', kind);
      const entries = logOf(['24 <eos>'], search);
      const old = exportRun(search, entries).replaceAll(',"choose":"best"', '');
      expect(old).not.toContain('choose');
      expect(importRun(old)).toEqual({ ok: true, experiment: search, entries });
    }
  });

  test('an MCTS that was saved before there was a choice of priors opens, with the sum that it had', () => {
    const search = defaultExperiment('countdown', 'mcts');
    const entries = logOf(['24 <eos>'], search);
    const old = exportRun(search, entries).replaceAll(',"prior":"sum"', '');
    expect(old).not.toContain('"prior"');
    expect(importRun(old)).toMatchObject({
      ok: true,
      experiment: { strategy: { kind: 'mcts', prior: 'sum' } },
    });
  });

  test('an rStar that was saved before it chose among answers opens, with ten draws of a rest and the best trace’s answer', () => {
    const search = defaultExperiment('arithmetic', 'rstar');
    const then = {
      ...search,
      strategy: { ...search.strategy, lastVotes: 10, confirm: 'trace' },
    } as Experiment;
    const entries = logOf(['24 <eos>'], then).map((entry): LogEntry =>
      entry.event.type === 'answer-chosen'
        ? {
            ...entry,
            event: { ...entry.event, by: { rule: 'mutual-consistency', node: 0, agreement: 0.5, reward: 1 } },
          }
        : entry,
    );
    const root: LogEntry = {
      at: 0,
      event: { type: 'node-created', node: 0, parent: null, sequence: null, end: 'open', prior: null },
    };
    const shortLog = [entries[0]!, root, ...entries.slice(1)];
    const old = exportRun(then, shortLog)
      .replaceAll(',"lastVotes":10', '')
      .replaceAll(',"confirm":"trace"', '');
    expect(old).not.toMatch(/lastVotes|confirm/);
    expect(importRun(old)).toEqual({ ok: true, experiment: then, entries: shortLog });
  });

  test('a run that was saved half-way opens half-way', () => {
    expect(importRun(exportRun(experiment, log.slice(0, 9)))).toEqual({
      ok: true,
      experiment,
      entries: log.slice(0, 9),
    });
  });

  test.each(['', 'hello', '[]', 'null', '{}', '{"format":"profile"}', '{"format":"second-thought-run"}'])(
    '%j is not a run',
    (text) => {
      expect(codeOf(text)).toBe('file-not-a-run');
    },
  );

  test('a newer one is told apart', () => {
    expect(codeOf({ ...file(), version: 3, entries: 'other' })).toBe('file-newer');
  });

  test('a big one is refused before it is read', () => {
    expect(codeOf(' '.repeat(runFileLimits.most + 1))).toBe('file-too-big');
    expect(codeOf({ ...file(), entries: Array.from({ length: logLimits.entries + 1 }, () => 0) })).toBe(
      'file-too-big',
    );
  });

  test('the limit is one of bytes, not of characters', () => {
    const text = exportRun(experiment, logOf(['日本 </think> 24 <eos>'], experiment));
    const bytes = new TextEncoder().encode(text).byteLength;
    expect(bytes).toBeGreaterThan(text.length);
    expect(importRun(text, bytes).ok).toBe(true);
    expect(importRun(text, bytes - 1)).toMatchObject({ ok: false, failure: { code: 'file-too-big' } });
  });

  test.each<readonly [string, (it: ReturnType<typeof file>) => unknown]>([
    ['no entries', (it) => ({ ...it, entries: [] })],
    ['an unknown event', (it) => it.entries.push({ at: 1, event: { type: 'mystery' } })],
    ['an unknown field', (it) => (it.entries[3]!.event['html'] = '<b>')],
    ['a long text', (it) => (it.entries[1]!.event['label'] = 'x'.repeat(10_000))],
    ['a time that is no number', (it) => (it.entries[1]!.at = 'soon')],
    ['a token of an unknown trace', (it) => (it.entries[4]!.event['sequence'] = 99)],
    [
      'a node out of bounds',
      (it) =>
        (it.entries[4]!.event = {
          type: 'backtracked',
          from: 0,
          to: logLimits.nodes,
          why: { kind: 'all-tried' },
        }),
    ],
    [
      'a child of an unknown node',
      (it) =>
        (it.entries[4]!.event = {
          type: 'node-created',
          node: 0,
          parent: 7,
          sequence: null,
          end: 'open',
          prior: null,
        }),
    ],
    [
      'a score that is no number',
      (it) =>
        (it.entries[4]!.event = {
          type: 'node-scored',
          node: 0,
          score: 'high',
          verifier: 'rule',
          why: { kind: 'cut-off' },
        }),
    ],
    ['no start', (it) => it.entries.shift()],
    ['another experiment', (it) => (it.experiment = defaultExperiment('arithmetic'))],
  ])('%s is damage', (_, harm) => {
    const content = file();
    const changed = harm(content);
    expect(
      codeOf(typeof changed === 'object' && changed !== null && 'format' in changed ? changed : content),
    ).toBe('file-damaged');
  });

  test('a tree deeper than any search goes is refused at the node that is too deep', () => {
    const chain = (steps: number) => {
      const search = defaultExperiment('countdown', 'mcts');
      const nodes = Array.from({ length: steps }, (_, at) => stepEvents(at + 1, at, '9 - 3 = 6')).flat();
      return importRun(exportRun(search, logOfEvents([rootEvent, ...nodes], search)));
    };
    expect(chain(logLimits.depth).ok).toBe(true);
    const deepest = logLimits.depth + 1;
    expect(chain(deepest)).toMatchObject({
      failure: { why: { kind: 'impossible', fault: { kind: 'too-deep', node: deepest } } },
    });
  });

  test('damage anywhere never throws, and what opens can be shown', () => {
    const text = exportRun(experiment, log);
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.constantFrom('', '0', '-', '"', '{', ']', 'e9', 'null', '\\u0000'),
        fc.nat(3),
        (at, put, cut) => {
          for (const damaged of [text.slice(0, at), text.slice(0, at) + put + text.slice(at + cut)]) {
            const result = importRun(damaged);
            if (result.ok) fold(emptyRun, result.entries);
            else expect(result.failure.code).toMatch(/^file-/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('the published schema is the one that reads', async () => {
  await expect(`${JSON.stringify(runFileJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../public/schema/run-v2.json',
  );
});

describe('two runs', () => {
  const copy = () => structuredClone(log) as unknown as { at: number; event: Record<string, unknown> }[];
  const changed = (harm: (it: ReturnType<typeof copy>) => unknown): readonly LogEntry[] => {
    const it = copy();
    harm(it);
    return it as unknown as readonly LogEntry[];
  };

  test('are the same when only time passed differently', () => {
    expect(
      runDifference(
        log,
        changed((it) => it.forEach((entry) => (entry.at *= 3))),
      ),
    ).toBeNull();
    expect(runDifference(log, logOf(['9 - 3 !Wait 2 </think> 24 <eos>', '1 </think> 7 <eos>']))).toBeNull();
  });

  test.each<readonly [string, readonly LogEntry[], string]>([
    [
      'a token',
      logOf(['9 - 4 !Wait 2 </think> 24 <eos>', '1 </think> 7 <eos>']),
      'trace 1: token 3 (“3”): text is "3" in one, "4" in the other',
    ],
    [
      'a token more',
      logOf(['9 - 3 !Wait 2 </think> 24 <eos>', '1 </think> 7 <eos> <eos>']),
      'trace 2: one has 4 tokens, the other 5',
    ],
    [
      'a trace more',
      logOf(['9 - 3 !Wait 2 </think> 24 <eos>', '1 </think> 7 <eos>', '1']),
      'number of traces is 2 in one, 3 in the other',
    ],
    ['the experiment', logOf(['9'], defaultExperiment('arithmetic')), 'experiment is {"problem":'],
    [
      'the vote',
      changed(
        (it) =>
          (it.find(({ event }) => event['type'] === 'vote-cast')!.event['answer'] = {
            text: '5',
            display: '5',
            value: { kind: 'number', number: '5' },
            key: '5',
            rule: 'boxed',
          }),
      ),
      'votes is ',
    ],
    [
      'a step of the search',
      [
        ...log.slice(0, -1),
        { at: 1, event: { type: 'decided', decision: { kind: 'all-valued', simulations: 1 } } },
        log.at(-1)!,
      ],
      'one search has 0 steps, the other 1',
    ],
    ['the end', log.slice(0, -1), 'status is "finished" in one, "running" in the other'],
  ])('differ by %s', (_, other, difference) => {
    expect(runDifference(log, other)).toContain(difference);
  });
});
