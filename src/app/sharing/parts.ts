/** What is fetched when something is to be shared, or was. */
export { EmbeddedPage } from './embedded-page.tsx';
export { Presenter } from './presenter.tsx';
export { SharePanel } from './share-panel.tsx';
export { SharedWords } from './shared-words.tsx';
