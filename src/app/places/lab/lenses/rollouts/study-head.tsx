import { traceEnds } from '#lab/rollouts/studied-trace.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import type { BranchPlace } from '#run/branch.ts';
import { type RunState, sequenceOf } from '#run/state.ts';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { FailureText } from '#app/ui/failure-text.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import { rolloutWords } from '#words/en/rollouts.ts';
import { thinkers } from './thinkers.ts';
import styles from './study-head.module.css';
import { firstOwn, type Study, type StudyFrom } from './use-study.ts';
import { problems as problemWords } from '#words/en/problems.ts';

const data = { data: <span className="mono" translate="no" /> };

/** Which trace a lens looks at: of the run in Play, or of a problem chosen here. */
export function StudyHead({ study }: { readonly study: Study }) {
  const { from, choose, played, run, trace, failure } = study;
  return (
    <section className={styles.root} aria-label={rolloutWords.source}>
      <div className={styles.choices}>
        {played && (
          <fieldset className={classes('segmented', styles.from)}>
            <legend className="hidden-visually">{rolloutWords.source}</legend>
            {(['play', 'own'] as const).map((kind) => (
              <label key={kind}>
                <input
                  type="radio"
                  name="study-from"
                  checked={from.kind === kind}
                  onChange={() => choose(kind === 'play' ? { kind, place: null } : firstOwn)}
                />
                <span>{rolloutWords.from[kind]}</span>
              </label>
            ))}
          </fieldset>
        )}
        {from.kind === 'own' ? <OwnChoices from={from} study={study} /> : <TraceChoice study={study} />}
      </div>
      {failure && (
        <p role="alert">
          <FailureText failure={failure} />
        </p>
      )}
      {run?.experiment && (
        <div className={styles.problem}>
          <h3 className="hidden-visually">{problemWords.text(run.experiment.problem)}</h3>
          <ProblemPicture problem={run.experiment.problem} />
          <p className={styles.of}>
            {from.kind === 'play' && (
              <span className="quiet" translate="no">
                {spokenName(run.experiment.model)}
              </span>
            )}
            {trace && (
              <span className={styles.answer}>
                <Rich
                  text={rolloutWords.answers(trace.answer?.display ?? rolloutWords.noAnswer)}
                  parts={data}
                />
                {trace.right !== null && <Verdict right={trace.right} />}
              </span>
            )}
          </p>
        </div>
      )}
      {!run && !failure && <p className="quiet">{rolloutWords.drawing}</p>}
      {run && !trace && <p>{rolloutWords.nothing}</p>}
      {trace && trace.leftOut > 0 && <p className="quiet">{rolloutWords.leftOut(trace.leftOut)}</p>}
    </section>
  );
}

export function Verdict({ right }: { readonly right: boolean }) {
  return (
    <span className={classes('chip', right ? 'chip-right' : 'chip-wrong')}>
      <Icon name={right ? 'right' : 'wrong'} size={12} />
      {right ? rolloutWords.right : rolloutWords.wrong}
    </span>
  );
}

/** Which of the traces of Play's run, where there are several. */
function TraceChoice({ study: { run, place, choose } }: { readonly study: Study }) {
  const ends = run ? traceEnds(run) : [];
  if (!run || ends.length < 2) return null;
  const at = ends.findIndex((end) => isSame(end, place));
  return (
    <label className={styles.choice}>
      <span className="knob-label">{rolloutWords.trace}</span>
      <select
        className="field-select"
        value={at}
        onChange={(event) => choose({ kind: 'play', place: ends[Number(event.currentTarget.value)] ?? null })}
      >
        {ends.map((end, number) => (
          <option key={number} value={number} translate="no">
            {rolloutWords.traceNamed({
              place: number + 1,
              answer: answerAt(run, end) ?? rolloutWords.noAnswer,
            })}
          </option>
        ))}
      </select>
    </label>
  );
}

const isSame = (a: BranchPlace, b: BranchPlace | null): boolean =>
  b !== null &&
  (a.kind === 'node'
    ? b.kind === 'node' && a.node === b.node
    : b.kind === 'trace' && a.sequence === b.sequence);

const answerAt = (run: RunState, end: BranchPlace): string | undefined =>
  (end.kind === 'node' ? run.tree[end.node] : sequenceOf(run, end.sequence))?.answer?.display;

function OwnChoices({
  from,
  study: { choose, problems },
}: {
  readonly from: Extract<StudyFrom, { readonly kind: 'own' }>;
  readonly study: Study;
}) {
  const move = (by: number) =>
    problems !== null && choose({ ...from, problem: (from.problem + by + problems) % problems });
  return (
    <>
      <label className={styles.choice}>
        <span className="knob-label">{rolloutWords.model}</span>
        <select
          className="field-select"
          value={from.model}
          onChange={(event) => choose({ ...from, model: event.currentTarget.value, problem: 0 })}
        >
          {thinkers().map(({ id }) => (
            <option key={id} value={id} translate="no">
              {spokenName(id)}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.stepper}>
        <span className={styles.at}>
          {rolloutWords.problem(from.problem + 1, problems ?? from.problem + 1)}
        </span>
        <button
          type="button"
          className="button button-icon"
          aria-label={rolloutWords.previous}
          onClick={() => move(-1)}
        >
          <Icon name="stepBack" size={14} />
        </button>
        <button
          type="button"
          className="button button-icon"
          aria-label={rolloutWords.next}
          onClick={() => move(1)}
        >
          <Icon name="stepOn" size={14} />
        </button>
      </div>
      <div className={styles.stepper}>
        <span className={styles.seed}>{rolloutWords.seed(from.seed)}</span>
        <button
          type="button"
          className="button"
          onClick={() => choose({ ...from, seed: (from.seed + 1) % 10_000 })}
        >
          <Icon name="dice" size={14} />
          {rolloutWords.otherSeed}
        </button>
      </div>
    </>
  );
}
