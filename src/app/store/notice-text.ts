import { spokenName } from '#app/models/spoken-name.ts';
import { runFileLimits } from '#run/run-file.ts';
import { runFiles } from '#words/en/run-files.ts';
import { notices } from '#words/en/notices.ts';
import { explain } from '#words/explain.ts';
import type { Done, Notice, NoticeProblem } from './app-state.ts';
import { fieldFaultText } from './field-fault-text.ts';
import { whyNot } from './why-not.ts';

/** A message above the page in the language that is spoken now, and what to do next where that is known. */
export interface NoticeText {
  readonly message: string;
  readonly advice: string | null;
}

export function noticeText(notice: Notice): NoticeText {
  switch (notice.kind) {
    case 'done':
      return { message: doneText(notice.what), advice: null };
    case 'offer':
      return { message: notices.newVersion, advice: notices.newVersionWaits };
    case 'problem':
      return problemText(notice.what);
  }
}

function doneText(done: Done): string {
  switch (done.kind) {
    case 'link-copied':
      return notices.linkCopied;
    case 'comparison-link-copied':
      return notices.comparisonLinkCopied;
    case 'setup-link-copied':
      return notices.setupLinkCopied;
    case 'area-link-copied':
      return notices.areaLinkCopied;
    case 'saved-in-part':
      return runFiles.leftOut(runFileLimits.most);
    case 'imported':
      return notices.imported;
    case 'imported-in-part':
      return notices.importedInPart;
    case 'downloaded':
      return notices.downloaded(spokenName(done.model));
  }
}

function problemText(problem: NoticeProblem): NoticeText {
  switch (problem.kind) {
    case 'failure':
      return explain(problem.failure);
    case 'cannot-run':
      return { message: whyNot(problem.experiment, problem.library) ?? '', advice: null };
    case 'invalid-field':
      return { message: fieldFaultText(problem.fault), advice: null };
    case 'in-words':
      return { message: problem.message(), advice: null };
    case 'too-large-to-keep':
      return { message: notices.tooLarge, advice: notices.exportFirst };
    case 'not-restored':
      return { message: notices.notRestored, advice: null };
    case 'moment-unread':
      return { message: notices.momentUnread, advice: null };
    case 'moment-missing':
      return { message: notices.momentMissing, advice: null };
  }
}
