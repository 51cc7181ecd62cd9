import { useEffect, useState } from 'react';
import { kindsOf, sweepFaults } from '#lab/sweeps/check.ts';
import { problemsOf } from '#lab/sweeps/problems.ts';
import { type Sweep, sweepLimits } from '#lab/sweeps/spec.ts';
import { withUsualModel } from '#lab/sweeps/usual-model.ts';
import type { Problem } from '#experiment/problem.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import { classes } from '#views/classes.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import page from '../../area-page.module.css';
import { ProblemSetPicker } from '../problem-sets/problem-set-picker.tsx';
import { ArmList } from './arm-list.tsx';
import { armNames } from './arm-names.ts';
import { AxesForm } from './axes-form.tsx';
import { goToSweep } from './go-to.ts';
import { SweepSize } from './preset-cards.tsx';
import styles from './sweep-editor.module.css';
import { SweepFaults } from './sweep-faults-list.tsx';
import { SweepLinkButton } from './sweep-link-button.tsx';
import { useSweeps } from './use-sweeps.ts';

/** A sweep as it is set up: problems, ways to answer, repeats and budget; what keeps it from running is said. */
export function SweepEditor({ draft, fromLink }: { readonly draft: Sweep; readonly fromLink: boolean }) {
  const sweeps = useSweeps();
  const library = useApp((state) => state.library);
  const typo = useApp((state) => Object.values(state.invalid)[0]);
  const problems = useProblems(draft);
  const [none, setNone] = useState(false);
  const find = (id: string) => abilitiesOf(id, library);
  const faults = problems ? sweepFaults(draft, problems, find) : [];
  const names = armNames(draft);
  const change = (part: Partial<Sweep>) => sweeps.setDraft({ ...draft, ...part });
  const run = async () => goToSweep(await sweeps.start(draft));
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{draft.title ?? sweepWords.setUp}</h2>
        {fromLink && <p className={page.intro}>{sweepWords.opened}</p>}
        <div className={styles.run}>
          <button
            type="button"
            className="button button-primary"
            disabled={!problems || none || typo !== undefined || faults.length > 0}
            onClick={() => void run()}
          >
            <Icon name="play" size={13} />
            {sweepWords.run}
          </button>
          <SweepLinkButton sweep={draft} />
          {problems && (
            <span className="quiet">
              <SweepSize sweep={draft} problems={problems.length} />
            </span>
          )}
        </div>
        {faults.length > 0 && (
          <SweepFaults
            faults={faults}
            names={names}
            usual={withUsualModel(draft, problems ? kindsOf(problems) : [], find)}
            arms={draft.arms}
            onChange={(arms) => change({ arms })}
          />
        )}
      </header>
      <section className={classes(page.section, styles.part)} aria-labelledby="sweep-problems">
        <h3 className={page.sectionTitle} id="sweep-problems">
          {sweepWords.problems}
        </h3>
        <ProblemSetPicker
          value={none ? null : draft.problems}
          abilities={draft.arms.map(({ model }) => find(model))}
          onChange={(source) => {
            setNone(source === null);
            if (source) change({ problems: source });
          }}
        />
        <div className={styles.numbers}>
          <Numbered
            name={sweepWords.repeats}
            help={sweepWords.repeatsAre}
            value={draft.repeats}
            min={1}
            max={sweepLimits.repeats}
            onChange={(repeats) => change({ repeats })}
          />
          <Numbered
            name={sweepWords.budget}
            help={sweepWords.budgetIs}
            value={draft.tokens}
            min={0}
            max={1_000_000}
            onChange={(tokens) => change({ tokens })}
          />
        </div>
      </section>
      <section className={classes(page.section, styles.part)} aria-labelledby="sweep-arms">
        <h3 className={page.sectionTitle} id="sweep-arms">
          {sweepWords.arms}
        </h3>
        <p className="quiet">{sweepWords.armsAre}</p>
        <ArmList sweep={draft} names={names} onChange={(arms) => change({ arms })} />
        <AxesForm
          sweep={draft}
          problems={problems ? kindsOf(problems) : []}
          find={find}
          onUse={(arms) => change({ arms })}
        />
      </section>
    </div>
  );
}

/** The problems of a sweep, once they have come. */
function useProblems({ problems: source }: Sweep): readonly Problem[] | null {
  const [found, setFound] = useState<readonly Problem[] | null>(null);
  useEffect(() => {
    let gone = false;
    problemsOf(source)
      .then(({ problems }) => gone || setFound(problems))
      .catch(() => gone || setFound([]));
    return () => {
      gone = true;
    };
  }, [source]);
  return found;
}

function Numbered({
  name,
  help,
  ...box
}: {
  readonly name: string;
  readonly help: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <div>
      <span className="knob-label" aria-hidden="true">
        {name}
      </span>
      <NumberBox label={name} {...box} />
      <p className="knob-help">{help}</p>
    </div>
  );
}
