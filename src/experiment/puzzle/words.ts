/** The words of the puzzle language that stand for something; what is said of them is in `patterns.ts`. */
export const names = ['Ann', 'Bob', 'Cid', 'Dan', 'Eva', 'Fay', 'Gus', 'Ida'] as const;
export const things = ['apples', 'pears', 'coins', 'books', 'cards', 'shells'] as const;
export const variables = ['p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'] as const;
export const operators = ['+', '-', '*', '/'] as const;

export type Name = (typeof names)[number];
export type Thing = (typeof things)[number];
export type Variable = (typeof variables)[number];
export type Operator = (typeof operators)[number];

/** Every number of a puzzle, results among them, lies in 0 to this. */
export const largest = 99;
