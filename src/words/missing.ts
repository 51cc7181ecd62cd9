/** Rooms that are not in Chinese yet, and answer in English meanwhile. A new room stands here until it is translated. */
export type MissingInChinese =
  | 'lessonBeamSearch'
  | 'lessonBestOfN'
  | 'lessonBudgetForcing'
  | 'lessonComputeOptimal'
  | 'lessonDecisionProcess'
  | 'lessonDistillation'
  | 'lessonFaithfulness'
  | 'lessonGenerativeVerifiers'
  | 'lessonGrpo'
  | 'lessonMathShepherd'
  | 'lessonMcts'
  | 'lessonR1Stages'
  | 'lessonR1Zero'
  | 'lessonRstar'
  | 'lessonSelfTraining'
  | 'lessonSequentialParallel'
  | 'lessonTreeOfThoughts';
