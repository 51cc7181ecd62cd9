import { type Source, sources } from '#experiment/sources.ts';

const paper = (authors: string, arXiv: string): Source => ({ authors, arXiv });

/** What questions and chapters rest on: the papers of strategies and knobs, and those of training. */
export const papers = {
  ...sources,
  bogdan: paper('Bogdan et al. 2025 (Thought Anchors)', '2506.19143'),
  chen: paper('Chen et al. 2025', '2505.05410'),
  deepseekMath: paper('Shao et al. 2024 (DeepSeekMath)', '2402.03300'),
  /** The first version: the second one counts sections, tables and figures otherwise. */
  deepseekR1: paper('DeepSeek-AI 2025 (R1)', '2501.12948v1'),
  deepseekNature: {
    authors: 'DeepSeek-AI 2025 (R1, in Nature)',
    url: 'https://doi.org/10.1038/s41586-025-09422-z',
  },
  gao: paper('Gao et al. 2022', '2210.10760'),
  guan: paper('Guan et al. 2025 (rStar-Math)', '2501.04519'),
  lanham: paper('Lanham et al. 2023', '2307.13702'),
  liu: paper('Liu et al. 2025 (Dr. GRPO)', '2503.20783'),
  ouyang: paper('Ouyang et al. 2022 (InstructGPT)', '2203.02155'),
  qin: paper('Qin et al. 2024 (O1 Journey)', '2410.18982'),
  schulman: paper('Schulman et al. 2017 (PPO)', '1707.06347'),
  turpin: paper('Turpin et al. 2023', '2305.04388'),
  yu: paper('Yu et al. 2025 (DAPO)', '2503.14476'),
  zelikman: paper('Zelikman et al. 2022 (STaR)', '2203.14465'),
} as const satisfies Readonly<Record<string, Source>>;

/** What a place in a paper is, in the paper's own counting. */
export type PlaceKind = 'section' | 'appendix' | 'table' | 'figure' | 'equation' | 'algorithm';

/** A paper, and where in it. */
export interface Citation {
  readonly source: Source;
  readonly at?: readonly [kind: PlaceKind, number: string];
}
