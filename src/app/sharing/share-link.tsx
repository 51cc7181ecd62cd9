import { useState } from 'react';
import { isOwnModel } from '#experiment/model-id.ts';
import { asNote, asTitle, momentLimits, type Moment } from '#experiment/moment.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { momentStepAt } from '#run/moments.ts';
import { ownModelWords } from '#words/en/own-models.ts';
import { sharing } from '#words/en/sharing.ts';
import { stage } from '#words/en/stage.ts';
import { tabsOf } from '../stage-tabs.tsx';
import { sameExperiment } from '../store/same-experiment.ts';
import { comparedExperiments } from '../store/compare.ts';
import { engineOf } from '../store/library-state.ts';
import { shownExperiment, shownTab } from '../store/main-tab.ts';
import { lengthOf, sharedWith } from '../store/transitions.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { CopyField } from './copy-field.tsx';
import styles from './share-link.module.css';
import { pageAddress, useComparing, useFragment } from './use-shared-link.ts';

/** A link with what it is opened at, made as it is chosen. */
export function ShareLink() {
  const { compare } = useActions().runs;
  const comparing = useComparing();
  const experiment = useApp((state) => (comparing ? state.draft : shownExperiment(state)));
  const log = useApp((state) => state.log);
  const cursor = useApp((state) => state.cursor);
  const length = useApp(lengthOf);
  const tab = useApp((state) => shownTab(state.tab, tabsOf(state)));
  // The first model that a person would have to fetch or to agree to.
  const away = useApp(({ library }) =>
    (comparing ? comparedExperiments(experiment, compare.store.getState(), library) : [experiment])
      .map(({ model }) => model)
      .find((model) => !engineOf(model, library).ships),
  );
  const changed = useApp((state) => !sameExperiment(state.draft, experiment));
  const before = useApp((state) => sharedWith(state.shared, experiment)?.moment);
  const [atStep, setAtStep] = useState(log !== null && cursor < length);
  const [plays, setPlays] = useState(before?.plays ?? false);
  const [title, setTitle] = useState(before?.title ?? '');
  const [note, setNote] = useState(before?.note ?? '');
  const there = !comparing && log !== null && atStep;
  const moment: Moment = {
    ...(there && cursor < length && { step: momentStepAt(log.entries, cursor) }),
    ...(there && { tab }),
    ...(asTitle(title) && { title: asTitle(title) }),
    ...(asNote(note) && { note: asNote(note) }),
    ...(plays && { plays }),
  };
  const fragment = useFragment(experiment, moment);
  const place = { cursor, length, picture: stage.tabs[tab] };
  return (
    <>
      <p className="quiet">
        {sharing.link.holds} {changed && sharing.link.ofRun}
      </p>
      <div className={styles.choices}>
        {comparing ? null : log ? (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={atStep}
              onChange={(event) => setAtStep(event.currentTarget.checked)}
            />
            <span>{cursor < length ? sharing.link.step(place) : sharing.link.end(place.picture)}</span>
          </label>
        ) : (
          <p className="quiet">{sharing.link.noRun}</p>
        )}
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={plays}
            aria-describedby="share-plays"
            onChange={(event) => setPlays(event.currentTarget.checked)}
          />
          <span>
            {comparing
              ? sharing.link.compares
              : there && cursor < length
                ? sharing.link.plays
                : sharing.link.playsAll}
          </span>
        </label>
        <p className={styles.help} id="share-plays">
          {comparing ? sharing.link.comparesHelp : sharing.link.playsHelp}
        </p>
        {isOwnModel(experiment.model) && <p className={styles.help}>{ownModelWords.link}</p>}
        {away !== undefined && (there || plays) && (
          <p className={styles.help}>{sharing.link.waits(spokenName(away))}</p>
        )}
      </div>
      <div className={styles.field}>
        <label className="knob-label" htmlFor="share-title">
          {sharing.link.title}
        </label>
        <input
          id="share-title"
          className={styles.input}
          type="text"
          dir="auto"
          maxLength={momentLimits.title}
          value={title}
          aria-describedby="share-title-help"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <p className={styles.help} id="share-title-help">
          {sharing.link.titleHelp}
        </p>
      </div>
      <div className={styles.field}>
        <label className="knob-label" htmlFor="share-note">
          {sharing.link.note}
        </label>
        <textarea
          id="share-note"
          className={styles.note}
          rows={3}
          dir="auto"
          maxLength={momentLimits.note}
          value={note}
          aria-describedby="share-note-help"
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <p className={styles.help} id="share-note-help">
          {sharing.link.noteHelp} {sharing.link.left(momentLimits.note - note.length)}
        </p>
      </div>
      <CopyField
        label={sharing.link.address}
        value={fragment === '' ? '' : pageAddress() + fragment}
        rows={4}
        copy={sharing.link.copy}
      />
    </>
  );
}
