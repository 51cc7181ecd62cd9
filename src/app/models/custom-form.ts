import { numbers } from '#words/en/numbers.ts';
import { readTypedNumber } from '#experiment/typed-number.ts';
import type { CustomFieldProblem, Failure } from '#run/failure.ts';
import { explain, explainAll } from '#words/explain.ts';
import { failures } from '#words/en/failures.ts';
import { downloads } from '#words/en/downloads.ts';
import type { CustomModel } from '#worker/library.ts';

/** What is typed into the form, as it is typed. */
export type CustomField = 'id' | 'weights' | 'library' | 'context' | 'config' | 'libraryHash' | 'tokenizer';
export type CustomInput = Readonly<Record<CustomField, string>>;
export type FieldProblems = Readonly<Partial<Record<CustomField | 'form', string>>>;

export const emptyCustom: CustomInput = {
  id: '',
  weights: '',
  library: '',
  context: '4096',
  config: '',
  libraryHash: '',
  tokenizer: '',
};

/** The model that was typed in, or what is missing from it, by field. Whether it makes sense, the library says. */
export function customFrom(
  input: CustomInput,
):
  | { readonly ok: true; readonly model: CustomModel }
  | { readonly ok: false; readonly problems: FieldProblems } {
  const typed = (field: CustomField) => input[field].trim();
  const empty = (['id', 'weights', 'library', 'context'] as const).filter((field) => typed(field) === '');
  if (empty.length > 0)
    return {
      ok: false,
      problems: Object.fromEntries(empty.map((field) => [field, downloads.custom.needed])),
    };
  const context = readTypedNumber(typed('context'), { min: 1, max: Number.MAX_SAFE_INTEGER, whole: true });
  if (!context.ok) return { ok: false, problems: { context: numbers.fault(context.fault) } };
  const integrity = {
    ...(typed('config') && { config: typed('config') }),
    ...(typed('libraryHash') && { library: typed('libraryHash') }),
    ...(typed('tokenizer') && { tokenizer: typed('tokenizer') }),
  };
  return {
    ok: true,
    model: {
      id: typed('id'),
      weights: typed('weights'),
      library: typed('library'),
      context: context.value,
      ...(Object.keys(integrity).length > 0 && { integrity }),
    },
  };
}

const fields: Readonly<Record<NonNullable<CustomFieldProblem['field']>, CustomField>> = {
  id: 'id',
  weights: 'weights',
  library: 'library',
  context: 'context',
  'integrity.config': 'config',
  'integrity.library': 'libraryHash',
  'integrity.tokenizer': 'tokenizer',
};

/** A refusal of the library's, at the field it is about. */
export function fieldProblem(failure: Failure): FieldProblems {
  const why = failure.code === 'custom-model-invalid' ? failure.why : null;
  if (why?.kind === 'taken') return { id: explain(failure).message };
  if (why?.kind === 'field' && why.field !== null)
    return { [fields[why.field]]: failures.fieldRules[why.must] };
  return { form: explainAll(failure) };
}
