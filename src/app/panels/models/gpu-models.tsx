import { FailureText } from '#app/ui/failure-text.tsx';
import { entriesOf, sizeGroups, type SizeGroup } from '#app/models/model-list.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { CustomModelForm } from './custom-model-form.tsx';
import { MachineLine } from './machine-line.tsx';
import { ModelRow } from './model-row.tsx';
import { WithoutGpu } from './without-gpu.tsx';

/** The models that WebLLM runs on the graphics processor, by size, and those a person added. */
export function GpuModels() {
  const app = useActions();
  const report = useApp((state) => state.library.report);
  const failure = useApp((state) => state.library.failure);
  if (!report) {
    if (!failure)
      return <output className="quiet models-waiting">Looking at what this computer can run.</output>;
    return (
      <div role="alert" className="models-waiting">
        <p>
          <FailureText failure={failure} />
        </p>
        {failure.code === 'new-version' ? (
          <button type="button" className="button" onClick={() => app.runs.reload()}>
            Reload the page
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void app.models.refresh()}>
            Look again
          </button>
        )}
      </div>
    );
  }
  const { machine } = report;
  const own = entriesOf(report, 'custom');
  return (
    <>
      <p className="quiet models-intro">
        Language models of general use, from half a billion parameters up. They answer questions in words and
        every problem of this page. Each is fetched once, when you ask for it; the thinking stays on this
        computer.
      </p>
      <MachineLine machine={machine} />
      {machine.gpu.kind !== 'adapter' && <WithoutGpu kind={machine.gpu.kind} />}
      {own.length > 0 && (
        <section className="models-group" aria-labelledby="models-own">
          <h3 className="models-title" id="models-own">
            Your own
          </h3>
          <ul className="models-rows">
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

function Group({ group: { id, title, reasoning, instruct } }: { readonly group: SizeGroup }) {
  const inUse = useApp((state) => state.draft.model);
  const concerned = instruct.some(({ variants }) =>
    variants.some(({ model, stored }) => model.id === inUse || stored.kind !== 'none'),
  );
  return (
    <section className="models-group" aria-labelledby={`models-${id}`}>
      <h3 className="models-title" id={`models-${id}`}>
        {title}
      </h3>
      {reasoning.length > 0 && (
        <ul className="models-rows">
          {reasoning.map((entry) => (
            <ModelRow key={entry.name} entry={entry} />
          ))}
        </ul>
      )}
      {instruct.length > 0 && (
        <details className="models-contrast" open={concerned || reasoning.length === 0}>
          <summary>
            For contrast: {instruct.length} that {instruct.length === 1 ? 'follows' : 'follow'} instructions
            and {instruct.length === 1 ? 'was' : 'were'} not trained to reason
          </summary>
          <ul className="models-rows">
            {instruct.map((entry) => (
              <ModelRow key={entry.name} entry={entry} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
