import { useState } from 'react';
import { codeForms, pythonProgram } from '#lab/as-code/python/program.ts';
import { shellCommand } from '#lab/as-code/shell-command.ts';
import { shipsWithPage } from '#policy/models.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { codeHead } from '#words/code-head.ts';
import { asCodeWords } from '#words/en/as-code.ts';
import { shownExperiment } from '../store/main-tab.ts';
import { useApp } from '../store/use-app.tsx';
import { OneOf } from './one-of.tsx';
import { CopyField } from './copy-field.tsx';
import { saveFile } from './save-file.ts';
import styles from './share-code.module.css';
import { useFragment } from './use-shared-link.ts';

const ways = ['python', 'shell'] as const;

/** The experiment as a program for any server, or as a command. */
export function ShareCode() {
  const [way, setWay] = useState<(typeof ways)[number]>('python');
  return (
    <>
      <OneOf
        legend={asCodeWords.which}
        options={ways}
        nameOf={(one) => asCodeWords.ways[one]}
        value={way}
        onChange={setWay}
      />
      {way === 'python' ? <Python /> : <Shell />}
    </>
  );
}

function Python() {
  const experiment = useApp(shownExperiment);
  const forms = codeForms(experiment, shipsWithPage(experiment.model));
  const [asked, ask] = useState(forms[0] ?? 'instructions');
  const form = forms.includes(asked) ? asked : 'instructions';
  const words = codeHead(experiment.strategy, form);
  const { code, gaps } = pythonProgram(experiment, form, words);
  return (
    <>
      {forms.length > 1 && (
        <OneOf
          legend={asCodeWords.writtenFor}
          options={forms}
          nameOf={(one) => asCodeWords.forms[one]}
          value={form}
          onChange={ask}
        />
      )}
      {gaps.length === 0 ? (
        <p className="quiet">{asCodeWords.same}</p>
      ) : (
        <div className={styles.gaps}>
          <p>{asCodeWords.differs}</p>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.kind}>{words.gap(gap)}</li>
            ))}
          </ul>
        </div>
      )}
      <CopyField label={asCodeWords.python} rows={14} code value={code} copy={asCodeWords.copyPython}>
        <button
          type="button"
          className="button"
          onClick={() => saveFile('experiment.py', new Blob([code], { type: 'text/x-python' }))}
        >
          {asCodeWords.save}
        </button>
      </CopyField>
      <p className="quiet">
        {asCodeWords.how[form]} {asCodeWords.settings}
      </p>
    </>
  );
}

function Shell() {
  const experiment = useApp(shownExperiment);
  const fragment = useFragment(experiment, {});
  if (!shipsWithPage(experiment.model))
    return <p className="quiet">{asCodeWords.shellOnly(spokenName(experiment.model))}</p>;
  return (
    <>
      <p className="quiet">{asCodeWords.shellSame}</p>
      <CopyField
        label={asCodeWords.shell}
        rows={5}
        value={fragment === '' ? '' : shellCommand(experiment, fragment)}
        copy={asCodeWords.copyShell}
      />
    </>
  );
}
