/** What is fetched once the page stands, so that it comes as one file. */
export { KeysList } from '../commands/keys-list.tsx';
export { Facts } from './inspector/facts.tsx';
export { LinkField } from './link-field.tsx';
export { Branches } from './search/branches.tsx';
export { BudgetTab } from './search/budget-tab.tsx';
export { EditThought } from './search/edit-thought.tsx';
export { ScoresTab } from './search/scores-tab.tsx';
export { Votes } from './stage/votes.tsx';
