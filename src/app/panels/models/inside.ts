/** What is inside the dialogs about models, so that it comes as one file. */
export { DownloadFirst } from './download-first.tsx';
export { ModelList } from './model-list.tsx';
