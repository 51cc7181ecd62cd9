import { Component, type ReactNode } from 'react';
import styles from './error-boundary.module.css';
import { shell } from '#words/en/shell.ts';

interface Props {
  /** What broke, for the message. */
  readonly part: 'page' | 'stage' | 'tree' | 'comparison' | 'form' | 'dialog';
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** Keeps a mistake in one part of the page from taking the rest away. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className={styles.broken} role="alert">
        <h2>{shell.broken[this.props.part]}</h2>
        <p>{shell.broken.why}</p>
        <pre className="mono" translate="no">
          {error.message}
        </pre>
        <div className="row">
          <button
            type="button"
            className="button button-primary"
            onClick={() => this.setState({ error: null })}
          >
            {shell.broken.again}
          </button>
          <button type="button" className="button" onClick={() => location.reload()}>
            {shell.reload}
          </button>
        </div>
      </div>
    );
  }
}
