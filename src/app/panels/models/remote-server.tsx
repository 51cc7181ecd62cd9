import { useId, useState } from 'react';
import { serverModelId } from '#policy/remote/server-model.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { Failure } from '#run/events.ts';
import { serverList } from '#words/en/server-list.ts';
import type { KnownServer, ServerAbilities } from '#worker/servers.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { FailureText } from '#app/ui/failure-text.tsx';
import { classes } from '#views/classes.ts';
import styles from './model-list.module.css';
import own from './remote-server.module.css';
import { UseButton } from './use-button.tsx';

/** A server: its models to pick, and what the picked one can do. */
export function RemoteServer({ server }: { readonly server: KnownServer }) {
  const app = useActions();
  const id = useId();
  const inUse = useApp((state) => state.draft.model);
  const { address, label, models, abilities, concurrency } = server;
  const used = models.find(({ name }) => serverModelId({ address, name }) === inUse);
  const [picked, pick] = useState((used ?? models[0])?.name ?? '');
  const [probing, setProbing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const found = abilities[picked];
  const model = serverModelId({ address, name: picked });

  async function probe() {
    setProbing(true);
    setFailure(null);
    try {
      const control = await app.models.servers();
      setFailure(await control.probe(address, picked, new AbortController().signal));
    } catch (error) {
      setFailure(toFailure(error));
    }
    setProbing(false);
  }
  const control = (act: (servers: Awaited<ReturnType<typeof app.models.servers>>) => void) =>
    void app.models.servers().then(act, (error: unknown) => setFailure(toFailure(error)));

  return (
    <section className={styles.group} aria-labelledby={`${id}-title`}>
      <h3 className={styles.title} id={`${id}-title`} translate="no">
        {label}
      </h3>
      <p className="quiet">
        <span className="mono" translate="no">
          {address}
        </span>{' '}
        · {serverList.models(models.length)}
      </p>
      <div className={own.row}>
        <label htmlFor={`${id}-model`}>{serverList.model}</label>
        <select
          id={`${id}-model`}
          className={classes('field-select', own.model)}
          translate="no"
          value={picked}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          {models.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        {model !== null && (
          <UseButton
            name={picked}
            inUse={model === inUse}
            onUse={() => {
              app.setup.takeModel(model);
              app.view.openDialog('none');
            }}
          />
        )}
        <button type="button" className="button button-small" disabled={probing} onClick={() => void probe()}>
          {probing ? serverList.probing : serverList.probe}
        </button>
      </div>
      {found && <Abilities found={found} />}
      <div role="alert">{failure && <FailureText failure={failure} />}</div>
      <div className={own.row}>
        <label htmlFor={`${id}-flight`}>{serverList.inFlight}</label>
        <input
          id={`${id}-flight`}
          className={classes('field-input', own.number)}
          type="number"
          min={1}
          max={256}
          value={concurrency}
          onChange={(event) => {
            const requests = Math.round(event.currentTarget.valueAsNumber);
            if (requests >= 1 && requests <= 256)
              control((servers) => servers.setConcurrency(address, requests));
          }}
        />
        <button
          type="button"
          className="button button-small"
          aria-label={serverList.removeOne(label)}
          onClick={() => control((servers) => servers.remove(address))}
        >
          {serverList.remove}
        </button>
      </div>
    </section>
  );
}

/** What a probe found out, in a small table. */
function Abilities({ found }: { readonly found: ServerAbilities }) {
  const rows = {
    goesOn: (found.completions && (found.template !== null || !found.chat)) || found.continuesReply !== null,
    logprobs: found.logprobs !== null,
    seeded: found.seeded,
    several: found.several,
    scores: found.scores,
    thinks: found.thinking !== null,
  } as const;
  const names = ['goesOn', 'logprobs', 'seeded', 'several', 'scores', 'thinks'] as const;
  return (
    <table className={own.table}>
      {found.context !== null && <caption>{serverList.context(found.context)}</caption>}
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{serverList.can[name]}</th>
            <td>{rows[name] ? serverList.yes : serverList.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
