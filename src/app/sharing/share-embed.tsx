import { useState } from 'react';
import type { Moment } from '#experiment/moment.ts';
import { momentStepAt } from '#run/moments.ts';
import { sharing } from '#words/en/sharing.ts';
import { tabsOf } from '../stage-tabs.tsx';
import { shownExperiment, shownTab } from '../store/main-tab.ts';
import { lengthOf, sharedWith } from '../store/transitions.ts';
import { useApp } from '../store/use-app.tsx';
import { CopyField } from './copy-field.tsx';
import { embedPanels, type EmbedPanel, embedSnippet } from './embed.ts';
import styles from './share-link.module.css';
import { pageAddress, useFragment } from './use-shared-link.ts';
import { problems as problemWords } from '#words/en/problems.ts';

const sizes = [
  [320, 240],
  [640, 400],
  [960, 540],
] as const;

/** The lines that put this moment of the run into slides, notebooks and pages. */
export function ShareEmbed() {
  const experiment = useApp(shownExperiment);
  const log = useApp((state) => state.log);
  const cursor = useApp((state) => state.cursor);
  const length = useApp(lengthOf);
  const tab = useApp((state) => shownTab(state.tab, tabsOf(state)));
  const before = useApp((state) => sharedWith(state.shared, experiment)?.moment);
  const [panels, setPanels] = useState<ReadonlySet<EmbedPanel>>(new Set(['stage', 'timeline', 'result']));
  const [size, setSize] = useState(1);
  const moment: Moment = {
    ...(log && cursor < length && { step: momentStepAt(log.entries, cursor) }),
    ...(log && { tab }),
    ...(before?.title !== undefined && { title: before.title }),
    ...(before?.note !== undefined && { note: before.note }),
  };
  const fragment = useFragment(experiment, moment);
  const asked = embedPanels.filter((panel) => panels.has(panel));
  const [width, height] = sizes[size] ?? sizes[1];
  return (
    <>
      <p className="quiet">{sharing.embed.help}</p>
      <fieldset className={styles.choices}>
        <legend className="knob-label">{sharing.embed.which}</legend>
        {embedPanels.map((panel) => (
          <label key={panel} className={styles.check}>
            <input
              type="checkbox"
              checked={panels.has(panel)}
              onChange={(event) => {
                const next = new Set(panels);
                if (event.currentTarget.checked) next.add(panel);
                else next.delete(panel);
                setPanels(next);
              }}
            />
            <span>{sharing.embed.panels[panel]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend className="knob-label">{sharing.embed.size}</legend>
        <div className="segmented">
          {sizes.map(([w, h], index) => (
            <label key={w}>
              <input
                type="radio"
                name="embed-size"
                checked={size === index}
                onChange={() => setSize(index)}
              />
              <span>{sharing.embed.pixels({ width: w, height: h })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <CopyField
        label={sharing.embed.snippet}
        rows={4}
        copy={sharing.embed.copy}
        value={
          fragment === ''
            ? ''
            : embedSnippet({
                address: pageAddress(`?embed=${asked.join(',')}`) + fragment,
                title: before?.title ?? problemWords.text(experiment.problem),
                width,
                height,
              })
        }
      />
    </>
  );
}
