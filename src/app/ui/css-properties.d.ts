export type { CSSProperties } from 'react';

declare module 'react' {
  interface CSSProperties {
    /** How much of a slider's track is filled. */
    '--fill'?: string;
    /** Where a marked stretch begins, and how far from the end it ends. */
    '--from'?: string;
    '--to'?: string;
  }
}
