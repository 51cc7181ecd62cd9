import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

/** The places in papers that are cited, and what stands there: the same thing is cited from one place. */
const places: Readonly<Record<string, readonly string[]>> = {
  // Chain of thought: the method; the prompts; the eight worked examples.
  '2201.11903': ['section 2', 'appendix G', 'table 20'],
  // Self-consistency: the method; how it samples.
  '2203.11171': ['section 2', 'section 3.1'],
  // Zero-shot chain of thought: the method.
  '2205.11916': ['section 3'],
  // GSM8K: verification.
  '2110.14168': ['section 4.2'],
  // Codex: pass@k; its unbiased estimate.
  '2107.03374': ['section 2.1', 'equation 1'],
  // Tree of thoughts: the method; breadth and depth first; settings; games of 24; creative writing; crosswords; results.
  '2305.10601': [
    'section 3',
    'algorithm 1',
    'algorithm 2',
    'section 4',
    'section 4.1',
    'section 4.2',
    'section 4.3',
    'table 2',
  ],
  // Adaptive-Consistency: the method.
  '2305.11860': ['section 3'],
  // Let's verify step by step: how step scores become one.
  '2305.20050': ['appendix F'],
  // Math-Shepherd: labels from completions; hard; soft.
  '2312.08935': ['section 3.3', 'equation 3', 'equation 4'],
  // Repeated sampling: coverage.
  '2407.21787': ['section 2'],
  // rStar: the search and its actions; mutual consistency; settings.
  '2408.06195': ['section 3.2', 'table 1', 'section 3.3', 'section 4.1'],
  // Scaling test-time compute: compute-optimal; difficulty; aggregation; searches; widths; revision; how it is trained; against parameters.
  '2408.03314': [
    'section 3',
    'section 3.2',
    'section 5.1',
    'section 5.2',
    'section 5.3',
    'section 6',
    'section 6.1',
    'section 7',
  ],
  // Generative verifiers: the direct one.
  '2408.15240': ['section 3.1'],
  // s1: budget forcing; settings.
  '2501.19393': ['section 3.1', 'section 4.1'],
  // rStar-Math: the process preference model.
  '2501.04519': ['section 3.3'],
  // DeepSeek-R1, in the counting of its first version: rewards by rule; the template; thoughts grow; distilling against reinforcement.
  '2501.12948': ['section 2.2', 'table 1', 'figure 3', 'table 6'],
  // DeepSeekMath: GRPO's objective; without a critic; advantages from outcomes.
  '2402.03300': ['equation 3', 'section 4.1.1', 'section 4.1.2'],
  // PPO: the clipped objective.
  '1707.06347': ['equation 7'],
  // DAPO: the objective; dynamic sampling; the two clips.
  '2503.14476': ['equation 8', 'section 3.2', 'section 4.1'],
  // Dr. GRPO: without deviation and length.
  '2503.20783': ['section 3.2'],
  // Qwen3: thinking mode fusion.
  '2505.09388': ['section 4.3'],
};

const place =
  /(?:sections?|appendix|tables?|equations?|figures?|algorithms?) [A-Z0-9][\d.]*(?: and \d[\d.]*)?/g;
const citation = new RegExp(String.raw`arXiv (\d{4}\.\d{5})((?:,? (?:and )?${place.source})+)`, 'g');

/** `algorithms 1 and 2` are two places. */
function placesIn(text: string): readonly string[] {
  return (text.match(place) ?? []).flatMap((found) => {
    const [kind, ...numbers] = found.replaceAll(' and ', ' ').split(' ');
    return numbers.map((number) => `${kind!.replace(/s$/, '')} ${number.replace(/\.$/, '')}`);
  });
}

/** Lines of comments as one text. */
const joined = (text: string): string => text.replaceAll(/\s*\n\s*(?:\*|\/\/|#)?\s*/g, ' ');

const cited = ['src', 'training', 'docs'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => ['.ts', '.tsx', '.py', '.md'].includes(extname(name)))
    .flatMap((name) =>
      [...joined(readFileSync(new URL(`${folder}/${name}`, root), 'utf8')).matchAll(citation)].flatMap(
        ([, paper, where]) =>
          placesIn(where!).map((at) => ({ file: `${folder}/${name}`, paper: paper!, at })),
      ),
    ),
);

it('cites the same thing from the same place in a paper: look up a new place, then add it to the list above', () => {
  expect(cited.length).toBeGreaterThan(30);
  expect(cited.filter(({ paper, at }) => !(places[paper] ?? []).includes(at))).toEqual([]);
});
