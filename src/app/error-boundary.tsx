import { Component, type ReactNode } from 'react';
import styles from './error-boundary.module.css';

interface Props {
  /** What it is that broke, for the message. */
  readonly part: string;
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
        <h2>{this.props.part} broke</h2>
        <p>A mistake of ours stopped this part of the page. The address still holds your experiment.</p>
        <pre className="mono">{error.message}</pre>
        <div className="row">
          <button
            type="button"
            className="button button-primary"
            onClick={() => this.setState({ error: null })}
          >
            Draw it again
          </button>
          <button type="button" className="button" onClick={() => location.reload()}>
            Reload the page
          </button>
        </div>
      </div>
    );
  }
}
