import { presets } from '#experiment/presets.ts';
import { areaFragment } from '#app/store/areas.ts';
import { useApp } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import { learn } from '#words/en/learn.ts';
import { topicWords } from '#words/en/topics.ts';
import page from '../area-page.module.css';
import { TrainingStories } from '../training-stories.tsx';
import { useKnownAddress } from '../use-known-address.ts';
import { useScrollTo } from '../use-scroll-to.ts';
import { ExperimentCard } from './experiment-card.tsx';
import { presetsOfKind, type GalleryKind, galleryKinds } from './gallery.ts';
import styles from './experiment-cards.module.css';

const itself = () => learn.partNames.experiments;
const nameOf = (kind: GalleryKind): string =>
  kind === 'bigger' ? learn.bigger.title : topicWords.names[kind];
const ideaOf = (kind: GalleryKind): string =>
  kind === 'bigger' ? learn.bigger.idea : topicWords.ideas[kind];

const links = { play: (inner: string) => <a href={areaFragment('play')}>{inner}</a> };

/** The gallery: experiments as questions, by idea. @param within the kind or the experiment that the address names. */
export function ExperimentsPart({ within }: { readonly within: string | null }) {
  const busy = useApp((state) => state.phase !== 'idle');
  useScrollTo('learn', within);
  useKnownAddress(
    within === null || [...galleryKinds, ...presets.map(({ id }) => id)].some((id) => id === within),
    itself,
  );
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{learn.title}</h2>
        <p className={page.intro}>{learn.intro}</p>
        {busy && (
          <p className={page.intro}>
            <Rich text={learn.busy} parts={links} />
          </p>
        )}
        <nav aria-label={learn.topics}>
          <ul className={page.chips}>
            {galleryKinds.map((kind) => (
              <li key={kind}>
                <a
                  className={page.chip}
                  href={areaFragment('learn', kind)}
                  aria-current={within === kind ? 'location' : undefined}
                >
                  {nameOf(kind)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {galleryKinds.map((kind) => (
        <section key={kind} className={page.section} id={`learn-${kind}`} aria-labelledby={`kind-${kind}`}>
          <h3 className={page.sectionTitle} id={`kind-${kind}`}>
            {nameOf(kind)}
          </h3>
          <p className={classes('quiet', page.intro)}>{ideaOf(kind)}</p>
          {kind === 'training' ? (
            <TrainingStories />
          ) : (
            <ul className={styles.cards}>
              {presetsOfKind(kind).map((preset) => (
                <ExperimentCard key={preset.id} preset={preset} named={within === preset.id} busy={busy} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
