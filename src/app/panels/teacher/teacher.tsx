import { amounts } from '#words/en/amounts.ts';
import { chapterOf } from '#learn/chapters.ts';
import { questionOf } from '#learn/question-of.ts';
import { isSearch } from '#run/state.ts';
import { teacher } from '#words/en/teacher.ts';
import { elsewhereWords } from '#words/en/elsewhere.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import { laterPart } from '#app/later-part.ts';
import type { TokenSelection } from '#app/store/app-state.ts';
import { lessonOf } from '#app/store/areas.ts';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { Facts } from '../inspector/selection-facts.tsx';
import { lessonPart } from '../lesson/lesson-part.ts';
import { StepFacts } from '../search/step-facts.tsx';
import { Calm } from './calm.tsx';
import { HowItWorks, HowItWorksFolded } from './how-it-works.tsx';
import { LensLinks } from './lens-links.tsx';
import { LeadsOn } from './leads-on.tsx';
import { NextButtons } from './next-buttons.tsx';
import { Marked } from './marked.tsx';
import { BackToLesson } from './back-to-lesson.tsx';
import { BackToQuestion } from './back-to-question.tsx';
import styles from './teacher.module.css';
import { type Lesson, useLesson } from './use-lesson.ts';

/** The ways from a run to the lab. */
const AfterRun = lazyPart(
  laterPart(() => import('#app/places/lab/after-run.tsx')),
  (part) => part.AfterRun,
  () => null,
);

/** Fetched with the first lesson. */
const LessonColumn = lazyPart(lessonPart, (part) => part.LessonColumn);

/** The right column: a lesson that is open; what is selected and its numbers; else what the strategy does, what the run is doing, what happened and what to try. */
export function Teacher({ selectedAlone }: { readonly selectedAlone: boolean }) {
  return (
    <Calm>
      <Column selectedAlone={selectedAlone} />
    </Calm>
  );
}

function Column({ selectedAlone }: { readonly selectedAlone: boolean }) {
  const selection = useApp((state) => state.selection);
  const lesson = useApp((state) => lessonOf(state.area));
  const selected = selection && selection.kind !== 'step' ? <Selected selection={selection} /> : null;
  if (selectedAlone && selection?.kind === 'step') return <Step />;
  if (lesson === null || (selectedAlone && selected)) return selected ?? <LessonText />;
  return (
    <>
      <LessonColumn id={lesson} />
      {selected && <div className={styles.below}>{selected}</div>}
    </>
  );
}

function Selected({ selection }: { readonly selection: TokenSelection }) {
  const app = useActions();
  const inLesson = useApp((state) => lessonOf(state.area) !== null);
  return (
    <>
      <button
        type="button"
        className={classes('button button-plain button-small', styles.back)}
        onClick={() => app.view.select(null)}
      >
        <Icon name="back" size={14} />
        {inLesson ? teacher.close : teacher.back}
      </button>
      <Facts selection={selection} />
      {selection.kind !== 'votes' && (
        <div className={styles.below}>
          <LensLinks />
        </div>
      )}
    </>
  );
}

function LessonText() {
  const lesson = useLesson();
  const draftKind = useApp((state) => state.draft.strategy.kind);
  // Of a first visit.
  const recorded = useApp(({ log }) => log?.origin === 'recorded');
  return (
    <div className={styles.root}>
      <BackToLesson />
      <BackToQuestion />
      <Lead lesson={lesson} />
      {recorded && <LeadsOn chapter="first-story" />}
      {lesson.kind === 'happened' && <NextButtons offered={lesson.next} />}
      {lesson.kind !== 'now' && !recorded && (
        <LeadsOn chapter={chapterOf[lesson.strategy]} question={questionOf[lesson.strategy]} />
      )}
      {lesson.kind === 'happened' && <AfterRun />}
      <Step />
      {lesson.kind !== 'intro' && <HowItWorksFolded kind={lesson.strategy} />}
      {draftKind !== lesson.strategy && (
        <section className={styles.part} aria-label={teacher.parts.setUp}>
          <h3 className={styles.head}>{teacher.parts.setUp}</h3>
          <HowItWorksFolded key={draftKind} kind={draftKind} open />
        </section>
      )}
    </div>
  );
}

function Lead({ lesson }: { readonly lesson: Lesson }) {
  switch (lesson.kind) {
    case 'intro':
      return (
        <section aria-label={teacher.parts.how}>
          <h3 className={styles.head}>{teacher.parts.how}</h3>
          <HowItWorks kind={lesson.strategy} />
          <p className="quiet">{lesson.said.join(amounts.between)}</p>
        </section>
      );
    case 'elsewhere':
      return (
        <section aria-label={elsewhereWords.title}>
          <h3 className={styles.head}>{elsewhereWords.title}</h3>
          {lesson.said.map((sentence, at) => (
            <p key={sentence} className={at === 0 ? styles.lead : styles.aside}>
              {sentence}
            </p>
          ))}
        </section>
      );
    case 'now':
      return (
        <section aria-label={teacher.parts.now}>
          <h3 className={styles.head}>{teacher.parts.now}</h3>
          {lesson.said.map((sentence, at) => (
            <p key={at} className={at === 0 ? styles.lead : styles.aside}>
              <Marked text={sentence} />
            </p>
          ))}
        </section>
      );
    case 'happened':
      return (
        <section aria-label={teacher.parts.happened}>
          <h3 className={styles.head}>{teacher.parts.happened}</h3>
          <p className={styles.lead}>
            <Marked text={lesson.said.join(amounts.between)} />
          </p>
          {lesson.also.length > 0 && (
            <ul className={styles.also} aria-label={teacher.parts.also}>
              {lesson.also.map((sentence) => (
                <li key={sentence}>
                  <Marked text={sentence} />
                </li>
              ))}
            </ul>
          )}
          {lesson.byRule && <p className={styles.source}>{teacher.byRule}</p>}
        </section>
      );
  }
}

/** Of a search: what its last step did, with every number that decided. */
function Step() {
  const view = useApp((state) => state.view);
  if (!isSearch(view)) return null;
  return (
    <div className={classes(styles.part, styles.step)}>
      <h3 className={styles.head}>{teacher.parts.step}</h3>
      <StepFacts state={view} />
    </div>
  );
}
