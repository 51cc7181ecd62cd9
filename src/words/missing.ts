/** Rooms that are not in Chinese yet, and answer in English meanwhile. A new room stands here until it is translated. */
export type MissingInChinese = never;
