import { type ComponentProps, type FormEvent, useId, useRef, useState } from 'react';
import {
  fieldProblem,
  type CustomField,
  type CustomInput,
  customFrom,
  emptyCustom,
} from '#app/models/custom-form.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';

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
    setProblems(found);
    if (Object.keys(found).length > 0) {
      // After the messages are drawn.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
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
    <details className="models-group custom-model">
      <summary className="models-title">Add a model of your own</summary>
      <p className="quiet">
        Anything compiled for WebLLM (MLC): DeepSeek-R1-Distill-Qwen-1.5B for instance, or files on your own
        computer. It is remembered by this browser and fetched only when you ask for it.
      </p>
      <form ref={form} className="custom-form" noValidate onSubmit={(event) => void add(event)}>
        {field(
          'id',
          'Name',
          'Letters, digits, dots and dashes. The way the weights are stored belongs to it: my-model-q4f16_1.',
        )}
        {field(
          'weights',
          'Address of the weights',
          'The folder with mlc-chat-config.json, tokeniser and weights.',
          { inputMode: 'url', placeholder: 'https://huggingface.co/…' },
        )}
        {field('library', 'Address of the library', 'The compiled WebAssembly file for WebGPU.', {
          inputMode: 'url',
          placeholder: 'https://…-webgpu.wasm',
        })}
        {field('context', 'Context', 'Tokens a text may have, question and answer together.', {
          inputMode: 'numeric',
        })}
        <details className="setup-more">
          <summary>Integrity hashes</summary>
          <p className="quiet">Optional. Files with another hash are refused.</p>
          {field('config', 'Hash of mlc-chat-config.json', 'sha256- and base64, as for scripts.')}
          {field('libraryHash', 'Hash of the library', '')}
          {field('tokenizer', 'Hash of tokenizer.json', '')}
        </details>
        {problems.form && (
          <p className="field-problem" role="alert">
            <Icon name="warning" size={12} />
            {problems.form}
          </p>
        )}
        <div className="row">
          <button type="submit" className="button">
            Add the model
          </button>
        </div>
        <output className="custom-added">
          {added && (
            <>
              <Icon name="right" size={13} />{' '}
              <span>
                {added} is in the list, under <q>Your own</q>.
              </span>
            </>
          )}
        </output>
      </form>
      <details className="setup-more">
        <summary>From a folder on your own computer</summary>
        <p className="quiet">
          Put the model's folder and its library into one folder and serve that, with permission for this page
          to read it (CORS):
        </p>
        <pre className="mono custom-command">npx http-server ./models --cors -p 8000</pre>
        <p className="quiet">
          Then the weights are at <span className="mono">http://localhost:8000/my-model/</span> and the
          library at <span className="mono">http://localhost:8000/my-model.wasm</span>. Other computers need
          https and the header <span className="mono">Access-Control-Allow-Origin</span>.
        </p>
      </details>
    </details>
  );
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
    <div className="custom-field">
      <label className="knob-label" htmlFor={id}>
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
      <p className="knob-help" id={`${id}-help`}>
        {problem ? (
          <span className="field-problem">
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
