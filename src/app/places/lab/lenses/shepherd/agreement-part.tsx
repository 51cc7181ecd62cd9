import {
  type Agreement,
  type Agreements,
  agreements,
  type LabelledStep,
} from '#lab/step-values/agreement.ts';
import type { EmbeddedModel } from '#policy/model-handle.ts';
import { FailureText } from '#app/ui/failure-text.tsx';
import { shepherdWords } from '#words/en/shepherd.ts';
import styles from './agreement-part.module.css';
import { surveyedProblems, useSurvey } from './use-survey.ts';

interface AgreementPartProps {
  readonly steps: readonly LabelledStep[];
  readonly model: EmbeddedModel | undefined;
  readonly head: string | null;
  readonly k: number;
}

/** How the labels agree in this trace, and on request in one trace each of many problems. */
export function AgreementPart({ steps, model, head, k }: AgreementPartProps) {
  const survey = useSurvey(model, head, k);
  const known = steps.filter(({ soft }) => soft !== null);
  return (
    <section className={styles.root}>
      <h3 className={styles.title}>{shepherdWords.agree}</h3>
      <div className={styles.tables}>
        <Figures title={shepherdWords.agreeHere(known.length)} found={agreements(steps)} />
        {survey.done > 0 && (
          <Figures
            title={shepherdWords.agreeMany({ problems: survey.done, steps: survey.steps.length })}
            found={agreements(survey.steps)}
          />
        )}
      </div>
      {model ? (
        <div className={styles.line}>
          {survey.running ? (
            <>
              <label className={styles.progress}>
                <span>{shepherdWords.surveying({ done: survey.done, of: surveyedProblems })}</span>
                <progress max={surveyedProblems} value={survey.done} />
              </label>
              <button type="button" className="button button-small" onClick={survey.stop}>
                {shepherdWords.stop}
              </button>
            </>
          ) : (
            <button type="button" className="button" onClick={survey.start}>
              {shepherdWords.survey(surveyedProblems, k)}
            </button>
          )}
        </div>
      ) : (
        <p className="quiet">{shepherdWords.only}</p>
      )}
      {survey.failure && (
        <p role="alert">
          <FailureText failure={survey.failure} />
        </p>
      )}
    </section>
  );
}

const measures = ['hardExact', 'softExact', 'valueExact', 'softValue'] as const;

function Figures({ title, found }: { readonly title: string; readonly found: Agreements }) {
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure}>
            <th scope="row">{shepherdWords.measures[measure]}</th>
            <td>{figure(found[measure])}</td>
            <td className="quiet">{shepherdWords.over(found[measure].of)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function figure({ measure, value }: Agreement): string {
  if (value === null) return shepherdWords.nothing;
  return measure === 'share' ? shepherdWords.share(value) : shepherdWords.aucOf(value);
}
