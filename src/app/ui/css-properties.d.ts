export type { CSSProperties } from 'react';

declare module 'react' {
  interface CSSProperties {
    /** How much of a slider's track is filled. */
    '--fill'?: string;
  }
}
