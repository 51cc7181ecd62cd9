/** A part of a file as it was read: nothing is known of it. */
export type Raw = Readonly<Record<string, unknown>>;
