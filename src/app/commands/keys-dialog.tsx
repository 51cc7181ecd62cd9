import { useActions, useApp } from '../store/use-app.tsx';
import { markLegend } from '#views/timeline/timeline-marks.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { usePreference } from '../preferences.ts';
import { commands, keyName } from './commands.ts';

const groups = ['Time', 'Run', 'Page'] as const;

/** Every key and what it does, from the same list that the keys themselves come from. */
export function KeysDialog() {
  const app = useActions();
  const open = useApp((state) => state.dialog === 'keys');
  const [plainKeys, setPlainKeys] = usePreference('plain-keys', 'on');
  return (
    <Dialog title="Keys" open={open} onClose={() => app.view.openDialog('none')}>
      {groups.map((group) => (
        <section key={group} className="keys-group">
          <h3 className="keys-title">{group}</h3>
          <dl>
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                <div key={command.id} className="keys-row">
                  <dt>{command.label}</dt>
                  <dd>
                    {command.keys.map((stroke, index) => (
                      <span key={stroke.key}>
                        {index > 0 && <span className="quiet"> or </span>}
                        <kbd>{keyName(stroke)}</kbd>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <section className="keys-group">
        <h3 className="keys-title">In a trace</h3>
        <dl>
          <div className="keys-row">
            <dt>Move between tokens or cards</dt>
            <dd>
              <kbd>arrows</kbd>
            </dd>
          </div>
          <div className="keys-row">
            <dt>Inspect the token</dt>
            <dd>
              <kbd>Enter</kbd>
            </dd>
          </div>
        </dl>
      </section>
      <section className="keys-group">
        <h3 className="keys-title">On the timeline</h3>
        <ul className="keys-marks">
          {markLegend.map(({ kind, path, name }) => (
            <li key={kind}>
              <svg width="16" height="14" viewBox="-8 -7 16 14" aria-hidden="true">
                <path className={`mark mark-${kind}`} d={path} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </section>
      <label className="keys-switch">
        <input
          type="checkbox"
          checked={plainKeys === 'on'}
          onChange={(event) => setPlainKeys(event.currentTarget.checked ? 'on' : 'off')}
        />
        Single-character keys work
      </label>
    </Dialog>
  );
}
