/** Shards of a step are few: more cores than this would wait for each other. */
const mostCores = 8;

/** All cores where there are one or two, as the workers pause often enough for a page that does little; else one stays with the page. */
export const coresForTraining = (cores: number): number =>
  Math.min(mostCores, cores > 2 ? cores - 1 : Math.max(1, cores));
