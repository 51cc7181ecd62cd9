import { FailureText } from '#app/ui/failure-text.tsx';
import { models } from '#words/en/models.ts';
import { modelList } from '#words/en/model-list.ts';
import { entriesOf, sizeGroups, type SizeGroup } from '#app/models/model-list.ts';
import { missingGpu } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { CustomModelForm } from './custom-model-form.tsx';
import { MachineLine } from './machine-line.tsx';
import { ModelRow } from './model-row.tsx';
import styles from './model-list.module.css';
import { WithoutGpu } from './without-gpu.tsx';

/** The models that WebLLM runs on the graphics processor, by size, and those a person added. */
export function GpuModels() {
  const app = useActions();
  const report = useApp((state) => state.library.report);
  const failure = useApp((state) => state.library.failure);
  if (!report) {
    if (!failure) return <output className={`quiet ${styles.waiting}`}>{models.looking}</output>;
    return (
      <div role="alert" className={styles.waiting}>
        <p>
          <FailureText failure={failure} />
        </p>
        {failure.code === 'new-version' ? (
          <button type="button" className="button" onClick={() => app.runs.reload()}>
            {modelList.reload}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void app.models.refresh()}>
            {modelList.lookAgain}
          </button>
        )}
      </div>
    );
  }
  const { machine } = report;
  const missing = missingGpu({ report });
  const own = entriesOf(report, 'custom');
  return (
    <>
      <p className={`quiet ${styles.intro}`}>{modelList.gpuIntro}</p>
      <MachineLine machine={machine} />
      {missing && <WithoutGpu kind={missing} />}
      {own.length > 0 && (
        <section className={styles.group} aria-labelledby="models-own">
          <h3 className={styles.title} id="models-own">
            {modelList.own}
          </h3>
          <ul className={styles.rows}>
            {own.map((entry) => (
              <ModelRow key={entry.recommended} entry={entry} />
            ))}
          </ul>
        </section>
      )}
      {sizeGroups(report).map((group) => (
        <Group key={group.id} group={group} />
      ))}
      <CustomModelForm />
    </>
  );
}

function Group({ group: { id, reasoning, instruct } }: { readonly group: SizeGroup }) {
  const inUse = useApp((state) => state.draft.model);
  const concerned = instruct.some(({ variants }) =>
    variants.some(({ model, stored }) => model.id === inUse || stored.kind !== 'none'),
  );
  return (
    <section className={styles.group} aria-labelledby={`models-${id}`}>
      <h3 className={styles.title} id={`models-${id}`}>
        {modelList.sizes[id]}
      </h3>
      {reasoning.length > 0 && (
        <ul className={styles.rows}>
          {reasoning.map((entry) => (
            <ModelRow key={entry.name} entry={entry} />
          ))}
        </ul>
      )}
      {instruct.length > 0 && (
        <details className={styles.folded} open={concerned || reasoning.length === 0}>
          <summary>{modelList.contrast(instruct.length)}</summary>
          <ul className={styles.rows}>
            {instruct.map((entry) => (
              <ModelRow key={entry.name} entry={entry} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
