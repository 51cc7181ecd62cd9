import { type FormEvent, useId, useRef, useState } from 'react';
import { keyTravelsOpenly, readAddress, serverModelOf } from '#policy/remote/server-model.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { Failure } from '#run/events.ts';
import { serverList } from '#words/en/server-list.ts';
import { lettingIn, usualServers } from '#words/usual-servers.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { FailureText } from '#app/ui/failure-text.tsx';
import { classes } from '#views/classes.ts';
import { Icon } from '#app/ui/icon.tsx';
import form from './custom-model-form.module.css';
import list from './model-list.module.css';

/** Adds a server by its address. */
export function RemoteServerForm() {
  const app = useActions();
  const id = useId();
  // What is set up may wait for its server.
  const wanted = useApp(({ draft, library }) => {
    const named = serverModelOf(draft.model);
    return named && !library.servers.some(({ address }) => address === named.address) ? named.address : '';
  });
  const [typed, setTyped] = useState(wanted);
  const [key, setKey] = useState('');
  const [keeps, setKeeps] = useState(false);
  const [problem, setProblem] = useState<Failure | 'no-address' | null>(null);
  const [asking, setAsking] = useState(false);
  const abort = useRef<AbortController | null>(null);
  const address = readAddress(typed);
  const isOpen = key !== '' && address !== null && keyTravelsOpenly(address);

  async function add(event: FormEvent) {
    event.preventDefault();
    const controller = new AbortController();
    abort.current = controller;
    setAsking(true);
    setProblem(null);
    try {
      const found = await (await app.models.servers()).add(typed, key, keeps, controller.signal);
      setProblem(found);
      if (found === null && !controller.signal.aborted) {
        setTyped('');
        setKey('');
      }
    } catch (error) {
      setProblem(toFailure(error));
    }
    setAsking(false);
  }

  return (
    <section className={list.group} aria-labelledby={`${id}-title`}>
      <h3 className={list.title} id={`${id}-title`}>
        {serverList.title}
      </h3>
      <form className={form.form} noValidate onSubmit={(event) => void add(event)}>
        <div className={form.field}>
          <label className={form.label} htmlFor={`${id}-address`}>
            {serverList.address}
          </label>
          <input
            id={`${id}-address`}
            className="field-input"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={usualServers[0][1]}
            list={`${id}-usual`}
            value={typed}
            aria-invalid={problem === 'no-address'}
            aria-describedby={`${id}-problem`}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <datalist id={`${id}-usual`}>
            {usualServers.map(([name, where]) => (
              <option key={name} value={where}>
                {name}
              </option>
            ))}
          </datalist>
        </div>
        <div className={form.field}>
          <label className={form.label} htmlFor={`${id}-key`}>
            {serverList.key}
          </label>
          <input
            id={`${id}-key`}
            className="field-input"
            type="password"
            autoComplete="off"
            value={key}
            aria-describedby={`${id}-key-help`}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <p className={form.help} id={`${id}-key-help`}>
            {isOpen ? (
              <span className={form.problem}>
                <Icon name="warning" size={12} />
                {serverList.open}
              </span>
            ) : (
              !keeps && serverList.keyHelp
            )}
          </p>
          {key !== '' && (
            <label>
              <input
                type="checkbox"
                checked={keeps}
                onChange={(event) => setKeeps(event.currentTarget.checked)}
              />{' '}
              {serverList.keep}
            </label>
          )}
        </div>
        <div id={`${id}-problem`} role="alert">
          {problem !== null && (
            <p className={form.problem}>
              <Icon name="warning" size={12} />
              <span>
                {problem === 'no-address' ? serverList.noAddress : <FailureText failure={problem} />}
              </span>
            </p>
          )}
        </div>
        <div className="row">
          <button type="submit" className="button" disabled={asking}>
            {asking ? serverList.adding : serverList.add}
          </button>
          {asking && (
            <button type="button" className="button" onClick={() => abort.current?.abort()}>
              {serverList.cancel}
            </button>
          )}
        </div>
      </form>
      <details className={form.more}>
        <summary>{serverList.corsTitle}</summary>
        <p className="quiet">{serverList.cors}</p>
        {lettingIn(location.origin).map((command) => (
          <pre key={command} className={classes('mono', form.command)} translate="no">
            {command}
          </pre>
        ))}
      </details>
    </section>
  );
}
