import { useStore } from 'zustand';
import { signalOf } from '#lab/grpo/signal.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { Icon } from '#app/ui/icon.tsx';
import { grpo } from '#words/en/grpo.ts';
import styles from './grpo-lens.module.css';
import type { GrpoControl } from './lens-control.ts';
import { surveyed } from './lens-control.ts';
import type { Survey } from './lens-state.ts';
import { SignalPicture } from './signal-picture.tsx';

/** A group on each of many problems: how many give a signal. */
export function SurveyPart({ control }: { readonly control: GrpoControl }) {
  const { busy, survey, size, problems } = useStore(control.store);
  const going = busy?.kind === 'surveying';
  return (
    <section className={styles.part} aria-labelledby="grpo-survey">
      <h3 className={styles.title} id="grpo-survey">
        {grpo.survey.title}
      </h3>
      <p>{grpo.survey.about(Math.min(surveyed, problems.length || surveyed), size)}</p>
      <div className={styles.surveyHead}>
        {going ? (
          <button type="button" className="button" onClick={control.cancel}>
            <Icon name="stop" size={13} />
            {grpo.setup.stop}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            disabled={problems.length === 0 || busy !== null}
            onClick={() => control.survey()}
          >
            {grpo.survey.start}
          </button>
        )}
        {going && (
          <progress className="progress" value={busy.done} max={busy.of} aria-label={grpo.survey.title} />
        )}
      </div>
      {survey && survey.groups.length > 0 && <Surveyed survey={survey} />}
    </section>
  );
}

function Surveyed({ survey: { policy, size, groups } }: { readonly survey: Survey }) {
  const signal = signalOf(
    groups.map(({ right }) => right),
    size,
  );
  const { mixed, allRight, allWrong, rightShare, expectedShare } = signal;
  const form = groups.filter(({ right, even }) => right === 0 && !even).length;
  return (
    <>
      <p>
        <strong>{grpo.survey.measured({ mixed, of: groups.length })}</strong>{' '}
        {grpo.survey.ends({ right: allRight, wrong: allWrong })}{' '}
        {grpo.survey.expected({ share: rightShare, expected: expectedShare })}{' '}
        {mixed / groups.length < expectedShare && grpo.survey.unequal} {form > 0 && grpo.survey.form(form)}{' '}
        <span className="quiet" translate="no">
          {spokenName(policy.model)}, T {grpo.plain(policy.temperature, 1)}
        </span>
      </p>
      <SignalPicture signal={signal} size={size} />
    </>
  );
}
