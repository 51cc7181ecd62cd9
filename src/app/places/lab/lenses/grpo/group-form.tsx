import { useMemo } from 'react';
import { useStore } from 'zustand';
import { groupOf } from '#lab/grpo/group.ts';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { grpo } from '#words/en/grpo.ts';
import { problems as problemWords } from '#words/en/problems.ts';
import styles from './grpo-lens.module.css';
import type { GrpoControl } from './lens-control.ts';
import { LensChoice, LensSlider } from './lens-slider.tsx';
import { runInPlay } from './run-in-play.ts';
import { isWhole, lensFamilies, problemOf } from './lens-state.ts';

/** Which problem, how hard the model thinks, and how many traces. */
export function GroupForm({ control }: { readonly control: GrpoControl }) {
  const state = useStore(control.store);
  const { problems, place, own, fromLesson, family, effort, size, busy, group } = state;
  const problem = problemOf(state);
  const move = (by: number) =>
    control.choose({ own: null, place: (place + by + problems.length) % problems.length });
  return (
    <section className={styles.form} aria-labelledby="grpo-setup">
      <h3 className={styles.title} id="grpo-setup">
        {grpo.setup.title}
      </h3>
      <TakeRun control={control} />
      <LensChoice
        label={grpo.setup.family}
        value={family}
        options={lensFamilies.map((value) => ({ value, text: problemWords.names[value] }))}
        onChange={(value) => control.setFamily(value)}
      />
      <div className={styles.problem}>
        <div className={styles.problemHead}>
          <span className="knob-label">
            {own
              ? fromLesson
                ? grpo.setup.fromLesson
                : grpo.setup.fromPlay
              : problems.length > 0
                ? grpo.setup.heldOut(place + 1, problems.length)
                : grpo.setup.fetching}
          </span>
          <span className={styles.movers}>
            <MoveButton
              label={grpo.setup.previous}
              icon="stepBack"
              disabled={problems.length === 0}
              onMove={() => move(-1)}
            />
            <MoveButton
              label={grpo.setup.next}
              icon="stepOn"
              disabled={problems.length === 0}
              onMove={() => move(1)}
            />
          </span>
        </div>
        {problem && <ProblemPicture problem={problem} />}
      </div>
      <LensChoice
        label={grpo.setup.effort}
        value={effort}
        options={(['low', 'high'] as const).map((value) => ({ value, text: grpo.setup.efforts[value] }))}
        onChange={(value) => control.choose({ effort: value })}
      />
      <LensSlider
        label={grpo.setup.size}
        value={size}
        text={grpo.plain(size, 0)}
        min={4}
        max={Math.max(16, size)}
        step={1}
        onChange={(value) => control.choose({ size: value })}
      />
      {control.isStale(state) && <p className="quiet">{grpo.setup.stale}</p>}
      {busy ? (
        <button type="button" className="button" onClick={control.cancel}>
          <Icon name="stop" size={13} />
          {grpo.setup.stop}
        </button>
      ) : (
        <button
          type="button"
          className="button button-primary"
          disabled={!problem}
          onClick={() => control.sample()}
        >
          <Icon name="play" size={14} />
          {group ? grpo.setup.again : grpo.setup.sample}
        </button>
      )}
      <Progress control={control} />
    </section>
  );
}

function Progress({ control }: { readonly control: GrpoControl }) {
  const busy = useStore(control.store, (state) => state.busy);
  const group = useStore(control.store, (state) => state.group);
  const size = useStore(control.store, (state) => state.size);
  const text = (): string => {
    switch (busy?.kind) {
      case undefined:
        return '';
      case 'sampling':
        return group && group.traces.length > 0
          ? grpo.busy.sampling(group.traces.filter(({ ended }) => ended).length, size)
          : grpo.busy.opening;
      case 'scoring':
        return grpo.busy.scoring;
      case 'seeking':
        return grpo.busy.seeking(busy.tried, busy.of);
      case 'surveying':
        return grpo.busy.surveying(busy.done, busy.of);
    }
  };
  return <output className={styles.progress}>{text()}</output>;
}

/** The run that is open in Play, whatever its strategy, where its model comes with the page. */
function TakeRun({ control }: { readonly control: GrpoControl }) {
  const phase = useApp((state) => state.phase);
  const log = useApp((state) => state.log);
  const view = useApp((state) => state.view);
  const run = useMemo(() => runInPlay({ phase, log, view }), [phase, log, view]);
  if (!run) return null;
  const group = groupOf(run);
  return (
    <button type="button" className="button button-small" onClick={() => control.takeRun(run)}>
      {run.status === 'finished' && isWhole(group)
        ? grpo.setup.takeVote(group.traces.length)
        : grpo.setup.takeRun}
    </button>
  );
}

function MoveButton({
  label,
  icon,
  disabled,
  onMove,
}: {
  readonly label: string;
  readonly icon: 'stepBack' | 'stepOn';
  readonly disabled: boolean;
  readonly onMove: () => void;
}) {
  return (
    <button
      type="button"
      className="button button-icon button-small"
      aria-label={label}
      disabled={disabled}
      onClick={onMove}
    >
      <Icon name={icon} size={13} />
    </button>
  );
}
