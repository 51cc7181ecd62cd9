import { type Source, sources } from '#experiment/sources.ts';
import { papers } from '../papers.ts';
import type { RelativeId } from './relatives.ts';

/** The day on which the table was last held against its sources. */
export const checkedOn = '2026-11-28';

/** What can be had: `all`: weights, data and code. `weights`: the weights, and mostly a paper. `part`: some of it. */
export type Openness = 'all' | 'weights' | 'part' | 'none';

/** A reasoning system, as its makers describe it. */
export interface ReasoningSystem {
  readonly id: string;
  readonly name: string;
  readonly maker: string;
  /** Year and month of its first release or announcement. */
  readonly when: string;
  readonly open: Openness;
  readonly source: Source;
  readonly relative: RelativeId;
}

const paper = (authors: string, arXiv: string): Source => ({ authors, arXiv });
const page = (authors: string, url: string): Source => ({ authors, url });

/** In the order of their release. What could not be checked is left out. */
export const reasoningSystems = [
  {
    id: 'rstar',
    name: 'rStar',
    maker: 'Microsoft',
    when: '2024-08',
    open: 'all',
    source: sources.qi,
    relative: 'rstar',
  },
  {
    id: 'o1',
    name: 'o1-preview, o1',
    maker: 'OpenAI',
    when: '2024-09',
    open: 'none',
    source: page('OpenAI 2024', 'https://openai.com/index/learning-to-reason-with-llms/'),
    relative: 'long-thought',
  },
  {
    id: 'o3',
    name: 'o3',
    maker: 'OpenAI',
    when: '2024-12',
    open: 'none',
    source: page('Chollet 2024, ARC Prize', 'https://arcprize.org/blog/oai-o3-pub-breakthrough'),
    relative: 'many-samples',
  },
  {
    id: 'rstar-math',
    name: 'rStar-Math',
    maker: 'Microsoft',
    when: '2025-01',
    open: 'part',
    source: papers.guan,
    relative: 'evolved',
  },
  {
    id: 'r1-zero',
    name: 'DeepSeek-R1-Zero',
    maker: 'DeepSeek',
    when: '2025-01',
    open: 'weights',
    source: papers.deepseekR1,
    relative: 'zero',
  },
  {
    id: 'r1',
    name: 'DeepSeek-R1',
    maker: 'DeepSeek',
    when: '2025-01',
    open: 'weights',
    source: papers.deepseekR1,
    relative: 'four-stages',
  },
  {
    id: 'r1-distill',
    name: 'R1-Distill 1.5B–70B',
    maker: 'DeepSeek',
    when: '2025-01',
    open: 'weights',
    source: papers.deepseekR1,
    relative: 'distilled',
  },
  {
    id: 'kimi-k1-5',
    name: 'Kimi k1.5',
    maker: 'Moonshot AI',
    when: '2025-01',
    open: 'none',
    source: paper('Kimi Team 2025', '2501.12599'),
    relative: 'long-thought',
  },
  {
    id: 's1',
    name: 's1-32B',
    maker: 'Stanford, Ai2, UW',
    when: '2025-01',
    open: 'all',
    source: sources.muennighoff,
    relative: 'budget',
  },
  {
    id: 'claude-3-7',
    name: 'Claude 3.7 Sonnet',
    maker: 'Anthropic',
    when: '2025-02',
    open: 'none',
    source: page('Anthropic 2025', 'https://www.anthropic.com/news/claude-3-7-sonnet'),
    relative: 'budget',
  },
  {
    id: 'gemini-2-5',
    name: 'Gemini 2.5',
    maker: 'Google DeepMind',
    when: '2025-03',
    open: 'none',
    source: paper('Gemini Team 2025', '2507.06261'),
    relative: 'budget',
  },
  {
    id: 'qwen3',
    name: 'Qwen3 0.6B–235B',
    maker: 'Alibaba',
    when: '2025-04',
    open: 'weights',
    source: paper('Qwen Team 2025', '2505.09388'),
    relative: 'four-stages',
  },
  {
    id: 'prover-v2',
    name: 'DeepSeek-Prover-V2',
    maker: 'DeepSeek',
    when: '2025-04',
    open: 'weights',
    source: paper('Ren et al. 2025', '2504.21801'),
    relative: 'checked-steps',
  },
  {
    id: 'gpt-oss',
    name: 'gpt-oss 20b, 120b',
    maker: 'OpenAI',
    when: '2025-08',
    open: 'weights',
    source: paper('OpenAI 2025', '2508.10925'),
    relative: 'distilled',
  },
  {
    id: 'gpt-5',
    name: 'GPT-5',
    maker: 'OpenAI',
    when: '2025-08',
    open: 'none',
    source: page('OpenAI 2025', 'https://openai.com/index/introducing-gpt-5/'),
    relative: 'adaptive',
  },
  {
    id: 'kimi-k2-thinking',
    name: 'Kimi K2 Thinking',
    maker: 'Moonshot AI',
    when: '2025-11',
    open: 'weights',
    source: page('Moonshot AI 2025', 'https://huggingface.co/moonshotai/Kimi-K2-Thinking'),
    relative: 'long-thought',
  },
  {
    id: 'gemini-3',
    name: 'Gemini 3 Pro',
    maker: 'Google DeepMind',
    when: '2025-11',
    open: 'none',
    source: page('Google 2025', 'https://ai.google.dev/gemini-api/docs/thinking'),
    relative: 'long-thought',
  },
  {
    id: 'olmo-3',
    name: 'Olmo 3 Think 7B, 32B',
    maker: 'Ai2',
    when: '2025-11',
    open: 'all',
    source: paper('Olmo Team 2025', '2512.13961'),
    relative: 'four-stages',
  },
  {
    id: 'deepseek-v3-2',
    name: 'DeepSeek-V3.2',
    maker: 'DeepSeek',
    when: '2025-12',
    open: 'weights',
    source: paper('DeepSeek-AI 2025', '2512.02556'),
    relative: 'four-stages',
  },
  {
    id: 'claude-opus-4-6',
    name: 'Claude Opus 4.6',
    maker: 'Anthropic',
    when: '2026-02',
    open: 'none',
    source: page('Anthropic 2026', 'https://platform.claude.com/docs/en/build-with-claude/adaptive-thinking'),
    relative: 'adaptive',
  },
  {
    id: 'deepseek-v4',
    name: 'DeepSeek-V4 Flash, Pro',
    maker: 'DeepSeek',
    when: '2026-04',
    open: 'weights',
    source: page('DeepSeek-AI 2026', 'https://huggingface.co/deepseek-ai/DeepSeek-V4-Pro'),
    relative: 'long-thought',
  },
] as const satisfies readonly ReasoningSystem[];

export type SystemId = (typeof reasoningSystems)[number]['id'];
