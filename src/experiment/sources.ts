/** A paper by its arXiv number, or another text by its address. */
export type Source =
  | { readonly authors: string; readonly arXiv: string }
  | { readonly authors: string; readonly url: string };

/** The address of a source's page. */
export function sourceUrl(source: Source): string {
  return 'arXiv' in source ? `https://arxiv.org/abs/${source.arXiv}` : source.url;
}

const paper = (authors: string, arXiv: string): Source => ({ authors, arXiv });

export const sources = {
  aggarwal: paper('Aggarwal et al. 2023', '2305.11860'),
  beeching: {
    authors: 'Beeching, Tunstall and Rush 2024',
    url: 'https://huggingface.co/spaces/HuggingFaceH4/blogpost-scaling-test-time-compute',
  },
  cobbe: paper('Cobbe et al. 2021', '2110.14168'),
  fan: paper('Fan et al. 2018', '1805.04833'),
  feng: paper('Feng et al. 2023', '2309.17179'),
  holtzman: paper('Holtzman et al. 2019', '1904.09751'),
  kojima: paper('Kojima et al. 2022', '2205.11916'),
  li: paper('Li et al. 2022', '2206.02336'),
  lightman: paper('Lightman et al. 2023', '2305.20050'),
  muennighoff: paper('Muennighoff et al. 2025', '2501.19393'),
  nguyen: paper('Nguyen et al. 2024', '2407.01082'),
  qi: paper('Qi et al. 2024', '2408.06195'),
  silver: paper('Silver et al. 2017', '1712.01815'),
  snell: paper('Snell et al. 2024', '2408.03314'),
  wangMath: paper('Wang et al. 2023', '2312.08935'),
  wangVote: paper('Wang et al. 2022', '2203.11171'),
  wei: paper('Wei et al. 2022', '2201.11903'),
  yao: paper('Yao et al. 2023', '2305.10601'),
  zhang: paper('Zhang et al. 2024', '2408.15240'),
} as const satisfies Readonly<Record<string, Source>>;
