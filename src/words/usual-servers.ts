/** Where each server listens unless told otherwise. */
export const usualServers = [
  ['vLLM', 'http://localhost:8000/v1'],
  ['SGLang', 'http://localhost:30000/v1'],
  ['llama.cpp', 'http://localhost:8080/v1'],
  ['Ollama', 'http://localhost:11434/v1'],
  ['LM Studio', 'http://localhost:1234/v1'],
  ['Second Thought', 'http://localhost:8331/v1'],
] as const;

/** How the servers that keep pages out are told that those of an origin may read their answers. */
export const lettingIn = (origin: string): readonly string[] => [
  `OLLAMA_ORIGINS=${origin} ollama serve`,
  'lms server start --cors',
];
