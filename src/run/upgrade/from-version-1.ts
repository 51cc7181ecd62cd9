import * as v from 'valibot';
import { failureAsSaved } from '../failure.ts';
import { savedFailureSchema } from '../failure-schema.ts';
import { valueOfAnswer } from './answer-value.ts';
import { labelOf } from './labels.ts';
import { backtrackReasonOf, gradeReasonOf, keptReasonOf, scoreReasonOf } from './reasons.ts';
import type { Raw } from './raw-file.ts';

/**
 * Version 1 wrote sentences where version 2 has facts. Those that can be recognised exactly become facts; the others are kept as they
 * are, as facts of the kind `as-saved`.
 */
export function fromVersion1(file: Raw): Raw {
  const { entries, experiment } = file;
  const problem = isRecord(experiment) ? experiment['problem'] : null;
  const family = isRecord(problem) ? problem['family'] : null;
  return Array.isArray(entries)
    ? { ...file, entries: entries.map((entry) => upgradeEntry(entry, family)) }
    : file;
}

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

function upgradeEntry(entry: unknown, family: unknown): unknown {
  return isRecord(entry) && isRecord(entry['event'])
    ? { ...entry, event: upgradeEvent(entry['event'], family) }
    : entry;
}

function upgradeEvent(event: Raw, family: unknown): Raw {
  switch (event['type']) {
    case 'run-started':
      return withDriver(withDriver(event, 'model'), 'verifierModel');
    case 'sequence-started':
      return inFacts(event, 'label', labelOf);
    case 'run-failed': {
      const saved = v.safeParse(savedFailureSchema, event['failure']);
      return saved.success ? { ...event, failure: failureAsSaved(saved.output) } : event;
    }
    case 'node-scored':
    case 'trace-scored':
      return inFacts(event, 'why', scoreReasonOf);
    case 'nodes-kept':
      return inFacts(event, 'why', keptReasonOf);
    case 'backtracked':
      return inFacts(event, 'why', backtrackReasonOf);
    case 'answer-extracted':
    case 'vote-cast':
    case 'answer-chosen':
    case 'interim-answer':
      return withValue(event, family);
    case 'answer-graded':
    case 'run-finished':
      return isRecord(event['grade'])
        ? { ...event, grade: inFacts(event['grade'], 'reason', gradeReasonOf) }
        : event;
    case 'decided': {
      const { type, what: text, evidence, ...rest } = event;
      return { type, ...rest, decision: { kind: 'as-saved', text, evidence } };
    }
    default:
      return event;
  }
}

/** An event whose answer has its value. */
function withValue(event: Raw, family: unknown): Raw {
  const { answer } = event;
  if (!isRecord(answer)) return event;
  const { key, display } = answer;
  if (typeof key !== 'string' || typeof display !== 'string') return event;
  return { ...event, answer: { ...answer, value: valueOfAnswer(key, display, family) } };
}

/** A start whose model says why it is driven as it is, where it is a model of WebLLM. */
function withDriver(event: Raw, field: string): Raw {
  const model = event[field];
  if (!isRecord(model) || !isRecord(model['driver'])) return event;
  const driver = inFacts(model['driver'], 'why', (text) => ({ kind: 'as-saved', text }));
  return { ...event, [field]: { ...model, driver } };
}

/** An event whose field is a fact in the place of a sentence. */
function inFacts(event: Raw, field: string, factOf: (sentence: string) => object): Raw {
  const sentence = event[field];
  return typeof sentence === 'string' ? { ...event, [field]: factOf(sentence) } : event;
}
