import { arithmeticLimits, type Problem } from '#experiment/problem.ts';
import { presets } from '#experiment/presets.ts';

/** Another problem of the same family, of sums a longer one; null where none is known. */
export function anotherProblem(problem: Problem): Problem | null {
  switch (problem.family) {
    case 'arithmetic': {
      const { terms } = problem;
      const [first] = terms;
      return first && terms.length < arithmeticLimits.trained.products
        ? { ...problem, terms: [...terms, { sign: '+', left: 87, right: 7 }] }
        : otherPreset(problem);
    }
    case 'question':
      return null;
    default:
      return otherPreset(problem);
  }
}

/** The next of the presets' problems of the family, the hard one of games first. */
function otherPreset(problem: Problem): Problem | null {
  const own = presets
    .toSorted((a, b) => Number(b.id === 'hard-game') - Number(a.id === 'hard-game'))
    .map(({ experiment }) => experiment.problem)
    .filter(({ family }) => family === problem.family);
  const texts = own.map((one) => JSON.stringify(one));
  const at = texts.indexOf(JSON.stringify(problem));
  return own.find((_, index) => index > at && texts[index] !== texts[at]) ?? own[0] ?? null;
}
