/** What is fetched once the page stands, so that it comes as one file. */
export { KeysList } from '../commands/keys-list.tsx';
export { QuestionForm } from '../problems/question-form.tsx';
export { Facts } from './inspector/facts.tsx';
export { TokenFacts } from './inspector/token-facts.tsx';
export { LinkField } from './link-field.tsx';
export { FullPrecisionButton } from './models/full-precision-button.tsx';
export { Branches } from './search/branches.tsx';
export { BudgetTab } from './search/budget-tab.tsx';
export { EditThought } from './search/edit-thought.tsx';
export { ScoresTab } from './search/scores-tab.tsx';
export { DiscriminatorChoice } from './setup/discriminator-choice.tsx';
export { GpuModelState } from './setup/gpu-model-state.tsx';
export { ModelFactsLine } from './setup/model-facts.tsx';
export { VerifierChoice } from './setup/verifier-choice.tsx';
export { ModelWanted } from './stage/model-wanted.tsx';
export { BrokenOff, ResumeButtons, ResumedNote } from './stage/resume.tsx';
export { Votes } from './stage/votes.tsx';
export { stepSentence } from '#words/step-sentence.ts';
