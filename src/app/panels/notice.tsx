import { useEffect } from 'react';
import type { Notice } from '../store/app-state.ts';
import { noticeText } from '../store/notice-text.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './notice.module.css';
import { shell } from '#words/en/shell.ts';

/** A message that floats above the timeline: it says what went wrong or was done, and moves nothing. */
export function NoticeBar({ besideSetup = false }: { readonly besideSetup?: boolean }) {
  const app = useActions();
  const notice = useApp((state) => state.notice);
  const text = notice && noticeText(notice);
  useEffect(() => {
    if (notice?.kind !== 'done') return;
    // Good news goes by itself; a problem stays until it is read.
    const timer = setTimeout(app.view.dismissNotice, 6000);
    return () => clearTimeout(timer);
  }, [app, notice]);
  return (
    <div
      className={styles.place}
      role={notice?.kind === 'problem' ? 'alert' : 'status'}
      data-beside={besideSetup ? '' : undefined}
    >
      {notice && text && (
        <div className={styles.root} data-kind={notice.kind}>
          <Icon name={notice.kind === 'problem' ? 'warning' : 'right'} size={18} />
          <div className={styles.words}>
            <p>
              <strong>{text.message}</strong>
              {text.advice !== null && <> {text.advice}</>}
            </p>
            {needsReload(notice) && (
              <button type="button" className="button button-small" onClick={() => app.runs.reload()}>
                {shell.reload}
              </button>
            )}
          </div>
          <button
            type="button"
            className="button button-plain button-icon button-small"
            aria-label={shell.dismiss}
            onClick={app.view.dismissNotice}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
    </div>
  );
}

/** A reload of the page is what helps. */
function needsReload({ kind, what }: Notice): boolean {
  return kind === 'offer' || (what.kind === 'failure' && what.failure.code === 'new-version');
}
