import { MarkSign, markKinds } from '#views/timeline/timeline-marks.tsx';
import { usePreference } from '../preferences.ts';
import { type Command, commands } from './commands.ts';
import { keyName } from './key-name.ts';
import styles from './keys-list.module.css';
import { keys } from '#words/en/keys.ts';

/** Every key and what it does, from the same list that the keys themselves come from. */
export function KeysList() {
  const [plainKeys, setPlainKeys] = usePreference('plain-keys', 'on');
  return (
    <>
      <div className={styles.columns}>
        <Group of="time" />
        <Group of="run" />
        <section className={styles.group}>
          <h3 className={styles.title}>{keys.inTrace}</h3>
          <dl>
            <div className={styles.row}>
              <dt>{keys.move}</dt>
              <dd>
                <kbd>{keys.arrows}</kbd>
              </dd>
            </div>
            <div className={styles.row}>
              <dt>{keys.inspect}</dt>
              <dd>
                <kbd>{keys.names.enter}</kbd>
              </dd>
            </div>
          </dl>
        </section>
        <section className={styles.group}>
          <h3 className={styles.title}>{keys.onTimeline}</h3>
          <ul className={styles.marks}>
            {markKinds.map((kind) => (
              <li key={kind}>
                <MarkSign kind={kind} />
                {keys.marks[kind]}
              </li>
            ))}
          </ul>
        </section>
        <Group of="page" />
      </div>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={plainKeys === 'on'}
          onChange={(event) => setPlainKeys(event.currentTarget.checked ? 'on' : 'off')}
        />
        {keys.singleKeys}
      </label>
      <p className={styles.licences}>
        <a href="./licences.txt" target="_blank" rel="noreferrer">
          {keys.licences}
        </a>
      </p>
    </>
  );
}

function Group({ of: group }: { readonly of: Command['group'] }) {
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{keys.groups[group]}</h3>
      <dl>
        {commands
          .filter((command) => command.group === group)
          .map((command) => (
            <div key={command.id} className={styles.row}>
              <dt>{keys.does[command.id]}</dt>
              <dd>
                {command.keys.map((stroke, index) => (
                  <span key={stroke.key}>
                    {index > 0 && <span className="quiet"> {keys.or} </span>}
                    <kbd>{keyName(stroke)}</kbd>
                  </span>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
