import * as v from 'valibot';
import type { FailureCode } from '#run/failure.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { serve } from '#words/en/serve.ts';
import { explainAll } from '#words/explain.ts';
import { UsageError } from '../usage-error.ts';
import { type ApiReply, jsonReply } from './api.ts';

/** What went wrong, in the shape of OpenAI's interface. */
export interface ErrorBody {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly param: string | null;
    readonly code: string | null;
  };
}

interface ErrorFacts {
  readonly status?: number;
  readonly type?: string;
  readonly param?: string;
  readonly code?: string;
}

/** A request that cannot be answered; by default what was asked is wrong. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: ErrorBody;

  constructor(message: string, { status = 400, type, param, code }: ErrorFacts = {}) {
    super(message);
    this.status = status;
    this.body = {
      error: { message, type: type ?? 'invalid_request_error', param: param ?? null, code: code ?? null },
    };
  }
}

/** Any error as one of the interface; what nobody foresaw is the server's. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof UsageError)
    return new ApiError(error.message, { param: 'messages', code: 'unreadable_problem' });
  if (error instanceof PolicyError) {
    const message = explainAll(error.failure);
    const asked = askedWrongly[error.code];
    return asked === undefined
      ? new ApiError(message, { status: 500, type: 'server_error', code: error.code })
      : new ApiError(message, asked);
  }
  console.error(error);
  return new ApiError(serve.broken, { status: 500, type: 'server_error' });
}

/** Failures of a model that come of what it was asked. */
const askedWrongly: Readonly<Partial<Record<FailureCode, ErrorFacts>>> = {
  'prompt-too-long': { code: 'context_length_exceeded' },
  'unknown-token': { code: 'unknown_token' },
  unsupported: { code: 'unsupported' },
};

export function errorReply({ status, body }: ApiError): ApiReply {
  return jsonReply(body, status);
}

/** The body of a request, held against a schema. Throws ApiError. */
export function readBody<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError(serve.noJson);
  }
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const field = v.getDotPath(issue);
  const fault = { expected: issue.expected ?? issue.type, received: issue.received };
  if (field === null) throw new ApiError(serve.wrongBody(fault));
  if (issue.received === 'undefined')
    throw new ApiError(serve.missing(field), { param: field, code: 'missing_required_parameter' });
  throw new ApiError(serve.wrongField({ field, ...fault }), { param: field, code: 'invalid_value' });
}
