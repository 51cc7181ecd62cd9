import { type ComponentProps, type FormEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  fieldProblem,
  type CustomField,
  type CustomInput,
  customFrom,
  emptyCustom,
} from '#app/models/custom-form.ts';
import { downloads } from '#words/en/downloads.ts';
import { Rich } from '#views/rich.tsx';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import styles from './custom-model-form.module.css';
import { inline } from './inline.tsx';
import list from './model-list.module.css';

type Problems = Readonly<Partial<Record<CustomField | 'form', string>>>;

/** Adds a model of the person's own: compiled by them, or fetched to their own computer. */
export function CustomModelForm() {
  const app = useActions();
  const [input, setInput] = useState<CustomInput>(emptyCustom);
  const [problems, setProblems] = useState<Problems>({});
  const [added, setAdded] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  async function add(event: FormEvent) {
    event.preventDefault();
    setAdded(null);
    const model = customFrom(input);
    const failure = model.ok ? await app.models.addCustom(model.model) : null;
    const found: Problems = model.ok ? (failure ? fieldProblem(failure) : {}) : model.problems;
    // The fields with a fault have to be marked before one of them is looked for.
    flushSync(() => setProblems(found));
    if (Object.keys(found).length > 0) return showFault(form.current);
    setAdded(input.id.trim());
    setInput(emptyCustom);
  }

  const field = (
    name: CustomField,
    label: string,
    help: string,
    more: Partial<ComponentProps<'input'>> = {},
  ) => (
    <Field
      key={name}
      label={label}
      help={help}
      problem={problems[name]}
      {...more}
      value={input[name]}
      onChange={(event) => setInput({ ...input, [name]: event.currentTarget.value })}
    />
  );
  return (
    <details className={`${list.group} ${list.folded}`}>
      <summary className={list.title}>{downloads.custom.title}</summary>
      <p className="quiet">{downloads.custom.what}</p>
      <form ref={form} className={styles.form} noValidate onSubmit={(event) => void add(event)}>
        {field('id', downloads.custom.name, downloads.custom.nameHelp)}
        {field('weights', downloads.custom.weights, downloads.custom.weightsHelp, {
          inputMode: 'url',
          placeholder: 'https://huggingface.co/…',
        })}
        {field('library', downloads.custom.library, downloads.custom.libraryHelp, {
          inputMode: 'url',
          placeholder: 'https://…-webgpu.wasm',
        })}
        {field('context', downloads.custom.context, downloads.custom.contextHelp, { inputMode: 'numeric' })}
        <details className={styles.more}>
          <summary>{downloads.custom.hashes}</summary>
          <p className="quiet">{downloads.custom.hashesWhat}</p>
          {field('config', downloads.custom.configHash, downloads.custom.configHashHelp)}
          {field('libraryHash', downloads.custom.libraryHash, '')}
          {field('tokenizer', downloads.custom.tokenizerHash, '')}
        </details>
        {problems.form && (
          <p className={styles.problem} role="alert">
            <Icon name="warning" size={12} />
            {problems.form}
          </p>
        )}
        <div className="row">
          <button type="submit" className="button">
            {downloads.custom.add}
          </button>
        </div>
        <output className={styles.added}>
          {added && (
            <>
              <Icon name="right" size={13} />{' '}
              <span>
                <Rich text={downloads.custom.added(added)} parts={inline} />
              </span>
            </>
          )}
        </output>
      </form>
      <details className={styles.more}>
        <summary>{downloads.custom.folder}</summary>
        <p className="quiet">{downloads.custom.serve}</p>
        <pre className={`mono ${styles.command}`} translate="no">
          npx http-server ./models --cors -p 8000
        </pre>
        <p className="quiet">
          <Rich text={downloads.custom.addresses} parts={inline} />
        </p>
      </details>
    </details>
  );
}

/** Puts the focus into the first field with a fault, and unfolds what it is in. */
function showFault(form: HTMLFormElement | null) {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const folded = field?.closest('details');
  if (folded) folded.open = true;
  field?.focus();
}

function Field({
  label,
  help,
  problem,
  ...input
}: {
  readonly label: string;
  readonly help: string;
  readonly problem: string | undefined;
} & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field-input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-help`}
        {...input}
      />
      <p className={styles.help} id={`${id}-help`}>
        {problem ? (
          <span className={styles.problem}>
            <Icon name="warning" size={12} />
            {problem}
          </span>
        ) : (
          help
        )}
      </p>
    </div>
  );
}
