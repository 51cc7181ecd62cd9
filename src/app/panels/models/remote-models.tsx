import { serverList } from '#words/en/server-list.ts';
import { useEffect } from 'react';
import { useActions, useApp } from '#app/store/use-app.tsx';
import styles from './model-list.module.css';
import { RemoteServer } from './remote-server.tsx';
import { RemoteServerForm } from './remote-server-form.tsx';

/** The servers that a person added, and their models. */
export function RemoteModels() {
  const app = useActions();
  const servers = useApp((state) => state.library.servers);
  // Those that were added on earlier visits.
  useEffect(() => void app.models.servers().catch(() => undefined), [app]);
  return (
    <>
      <p className={`quiet ${styles.intro}`}>{serverList.intro}</p>
      {servers.map((server) => (
        <RemoteServer key={server.address} server={server} />
      ))}
      <RemoteServerForm />
    </>
  );
}
