/** What is fetched when something is to be shared, or was. */
export { SharePanel } from './share-panel.tsx';
export { SharedWords } from './shared-words.tsx';
