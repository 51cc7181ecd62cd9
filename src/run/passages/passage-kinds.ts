/** What a passage of a thought does. `rest`: the rule knows none of its words. */
export const passageKinds = ['plan', 'compute', 'check', 'doubt', 'backtrack', 'conclude', 'rest'] as const;
export type PassageKind = (typeof passageKinds)[number];
