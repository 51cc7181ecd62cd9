import type { Anchors, StepAnchor } from '#lab/anchors/anchors.ts';
import type { Importance } from '#lab/anchors/importance.ts';
import type { StudiedTrace } from '#lab/rollouts/studied-trace.ts';
import { classes } from '#views/classes.ts';
import { inkOn, valueColour } from '#views/search-tree/value-ramp.ts';
import { anchorWords } from '#words/en/anchors.ts';
import styles from './anchor-steps.module.css';

const measures = ['counterfactual', 'resampling'] as const;
export type AnchorMeasure = (typeof measures)[number];

interface AnchorStepsProps {
  readonly trace: StudiedTrace;
  readonly anchors: Anchors;
  readonly measure: AnchorMeasure;
  readonly onMeasure: (measure: AnchorMeasure) => void;
  readonly chosen: number;
  readonly onChoose: (step: number) => void;
}

/** The trace, each step coloured by how much it decided, with the number, its interval and what chance makes. */
export function AnchorSteps({ trace, anchors, measure, onMeasure, chosen, onChoose }: AnchorStepsProps) {
  const most = Math.max(0.1, ...anchors.steps.map((step) => step[measure]?.high ?? 0));
  return (
    <section className={styles.root}>
      <div className={styles.head}>
        <fieldset className={classes('segmented', styles.measures)}>
          <legend className="hidden-visually">{anchorWords.measure}</legend>
          {measures.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="anchor-measure"
                checked={one === measure}
                onChange={() => onMeasure(one)}
              />
              <span>{anchorWords.measures[one]}</span>
            </label>
          ))}
        </fieldset>
        <p className="quiet">{anchorWords.measuresAre[measure]}</p>
      </div>
      <table className={styles.steps}>
        <caption className="hidden-visually">{anchorWords.steps}</caption>
        <thead>
          <tr>
            <th scope="col">{anchorWords.heads.step}</th>
            <th scope="col" className={styles.value}>
              {anchorWords.measure}
            </th>
            <th scope="col">
              {anchorWords.heads.interval}
              {anchors.steps.some((step) => step[measure] !== null) && (
                <span className={styles.scale} aria-hidden="true">
                  <span>{anchorWords.importance(0)}</span>
                  <span>{anchorWords.importance(most)}</span>
                </span>
              )}
            </th>
            <th scope="col">{anchorWords.heads.rollouts}</th>
          </tr>
        </thead>
        <tbody>
          {trace.steps.map(({ text }, at) => (
            <StepRow
              key={at}
              text={text}
              place={at}
              step={anchors.steps[at]}
              measure={measure}
              most={most}
              isAnchor={measure === 'counterfactual' && anchors.anchor === at}
              chosen={at === chosen}
              onChoose={() => onChoose(at)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface StepRowProps {
  readonly text: string;
  readonly place: number;
  readonly step: StepAnchor | undefined;
  readonly measure: AnchorMeasure;
  /** The largest value of the scale. */
  readonly most: number;
  readonly isAnchor: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function StepRow({ text, place, step, measure, most, isAnchor, chosen, onChoose }: StepRowProps) {
  const found = step?.[measure] ?? null;
  const said = found
    ? found.clear
      ? anchorWords.spoken.clear(found.value)
      : anchorWords.spoken.chance(found.value)
    : anchorWords.spoken.none;
  const share = found?.clear ? found.value / most : null;
  return (
    <tr className={styles.row} data-chosen={chosen ? '' : undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.step}
          aria-pressed={chosen}
          aria-label={anchorWords.stepSpoken({ place: place + 1, text, said })}
          onClick={onChoose}
        >
          <span
            className={styles.number}
            data-clear={share === null ? undefined : ''}
            style={share === null ? {} : { background: valueColour(share), color: inkOn(share) }}
          >
            {anchorWords.count(place + 1)}
          </span>
          <span className={classes('mono', styles.text)} translate="no">
            {text}
          </span>
        </button>
      </th>
      {found ? (
        <>
          <td className={styles.value}>{anchorWords.importance(found.value)}</td>
          <td>
            <Track found={found} most={most} />
          </td>
        </>
      ) : (
        <td className={classes('quiet', styles.none)} colSpan={2}>
          {step ? whyNone(step) : anchorWords.waiting}
        </td>
      )}
      <td>
        <div className={styles.note}>
          {isAnchor && <strong>{anchorWords.anchor}</strong>}
          {found && !found.clear && <span className="quiet">{anchorWords.byChance}</span>}
          {step && step.accuracyChange !== null && (
            <span className={step.changeClear ? undefined : 'quiet'}>
              {anchorWords.rightBy(step.accuracyChange)}
            </span>
          )}
          {found && step && measure === 'counterfactual' && (
            <span className="quiet">
              {anchorWords.otherwise({ different: step.different, of: step.resampled })}
            </span>
          )}
        </div>
      </td>
    </tr>
  );
}

function whyNone({ different, resampled }: StepAnchor): string {
  return resampled === 0 ? anchorWords.waiting : anchorWords.hardlyAny({ different, of: resampled });
}

function Track({ found, most }: { readonly found: Importance; readonly most: number }) {
  const at = (value: number) => `${Math.min(1, value / most) * 100}%`;
  return (
    <div className={styles.track}>
      <span className="hidden-visually">{anchorWords.interval({ low: found.low, high: found.high })}</span>
      <span
        className={styles.interval}
        style={{ left: at(found.low), right: `${100 - Math.min(1, found.high / most) * 100}%` }}
      />
      <span className={styles.chance} style={{ left: at(found.chance) }} />
      <span
        className={styles.dot}
        data-clear={found.clear ? '' : undefined}
        style={{ left: at(found.value) }}
      />
    </div>
  );
}
