import type { Preset } from '#experiment/presets.ts';
import { sourceUrl } from '#experiment/sources.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { engineOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import { strategyBrief } from '#words/describe.ts';
import { learn } from '#words/en/learn.ts';
import { presetReasons } from '#words/en/preset-reasons.ts';
import { sourceOf } from './gallery.ts';
import { CardRun } from './gallery-runs/card-run.tsx';
import styles from './experiment-cards.module.css';

/** An experiment as a question: what one will see, after whom, and the ways to it. */
export function ExperimentCard({
  preset,
  named,
  busy,
}: {
  readonly preset: Preset;
  /** The address names it. */
  readonly named: boolean;
  /** A run goes on: another is not started over it. */
  readonly busy: boolean;
}) {
  const app = useActions();
  const { id, experiment } = preset;
  const ships = useApp((state) => engineOf(experiment.model, state.library).ships);
  const source = sourceOf(preset);
  const question = learn.questions[id];
  return (
    <li className={styles.card} id={`learn-${id}`} data-named={named ? '' : undefined}>
      <h4 className={styles.question}>{question}</h4>
      <ProblemPicture problem={experiment.problem} />
      {ships && <CardRun id={id} />}
      <p>{presetReasons[id]}</p>
      <p className={classes('quiet', styles.facts)}>
        {strategyBrief(experiment.strategy)} · <span translate="no">{spokenName(experiment.model)}</span>
        <br />
        <Rich
          text={learn.paper}
          parts={{
            paper: (
              <a href={sourceUrl(source)} target="_blank" rel="noreferrer" translate="no">
                {source.authors}
              </a>
            ),
          }}
        />
      </p>
      <div className={classes('row', styles.ways)}>
        {ships && (
          <button
            type="button"
            className="button button-primary"
            aria-label={learn.runOne(question)}
            disabled={busy}
            onClick={() => {
              app.setup.open(experiment);
              app.runs.start();
            }}
          >
            <Icon name="play" size={13} />
            {learn.run}
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-label={learn.openOne(question)}
          onClick={() => app.setup.open(experiment)}
        >
          {learn.open}
        </button>
      </div>
    </li>
  );
}
