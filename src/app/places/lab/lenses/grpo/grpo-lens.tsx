import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { isKeyOf } from '#experiment/keys-of.ts';
import { grpoTargets } from '#learn/grpo-targets.ts';
import { areaFragment } from '#app/store/areas.ts';
import { useActions } from '#app/store/use-app.tsx';
import { FailureText } from '#app/ui/failure-text.tsx';
import { Rich } from '#views/rich.tsx';
import { grpo } from '#words/en/grpo.ts';
import { labWorkers } from '../../lab-workers.ts';
import type { LensProps } from '../lens-list.ts';
import { EvenGroups } from './even-groups.tsx';
import { Formulas } from './formulas.tsx';
import { GroupForm } from './group-form.tsx';
import { GroupPicture } from './group-picture.tsx';
import { GroupSummary } from './group-summary.tsx';
import styles from './grpo-lens.module.css';
import { createGrpoControl, type GrpoControl } from './lens-control.ts';
import { measuredGroup } from './measured-group.ts';
import { PolicyForm } from './policy-form.tsx';
import { runInPlay } from './run-in-play.ts';
import { RuleForm } from './rule-form.tsx';
import { SurveyPart } from './survey-part.tsx';
import { TokenTerms } from './token-terms.tsx';

/** One for the page: what was drawn is still there when a person comes back. */
let kept: GrpoControl | null = null;
const fresh = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
const lensControl = (): GrpoControl => (kept ??= createGrpoControl(labWorkers(), fresh));

const links = {
  grpo: paper('2402.03300'),
  r1: paper('2501.12948'),
  dapo: paper('2503.14476'),
  dr: paper('2503.20783'),
};

/** How GRPO sees a group of traces: rewards, advantages, and the push on each token. */
export function GrpoLens({ target }: LensProps) {
  const app = useActions();
  const [control] = useState(lensControl);
  useEffect(() => {
    if (target !== null && isKeyOf(grpoTargets, target)) {
      control.aim(grpoTargets[target]);
      return;
    }
    const { group, busy } = control.store.getState();
    // A lens opens on the run that a person comes from, unless it already looks at something.
    const played = app.store.getState();
    const run = played.log?.origin === 'recorded' ? null : runInPlay(played);
    if (!group && !busy && run) control.takeRun(run);
    void control.fetchProblems();
  }, [app, control, target]);
  const state = useStore(control.store);
  const { group, rule, logs, policies } = state;
  const measured = useMemo(
    () => measuredGroup({ group, rule, logs, policies }),
    [group, rule, logs, policies],
  );
  return (
    <div className={styles.root}>
      <GroupForm control={control} />
      <PolicyForm control={control} />
      <div className={styles.main}>
        {state.failure && (
          <p role="alert">
            <FailureText failure={state.failure} />
          </p>
        )}
        {!state.group && <p className={styles.empty}>{grpo.empty}</p>}
        {state.group && (
          <>
            <GroupSummary control={control} measured={measured} />
            <RuleForm control={control} />
            <GroupPicture control={control} measured={measured} />
            {measured && <TokenTerms control={control} measured={measured} />}
            {measured && <Formulas control={control} measured={measured} />}
          </>
        )}
        <EvenGroups control={control} />
        <SurveyPart control={control} />
        <p>
          <a href={areaFragment('lab', 'training')}>{grpo.train}</a>
        </p>
        <p className="quiet">
          <Rich text={grpo.sources} parts={links} />
        </p>
      </div>
    </div>
  );
}

function paper(id: string) {
  return (name: string) => (
    <a href={`https://arxiv.org/abs/${id}`}>
      {name} <span translate="no">{id}</span>
    </a>
  );
}
