import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs a program with the machine's own Python. Rejects with what it wrote to standard error. */
export async function runPython(
  folder: string,
  code: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const file = join(folder, 'experiment.py');
  await writeFile(file, code);
  return new Promise((resolve, reject) => {
    execFile(
      'python3',
      [file],
      { env: { PATH: process.env['PATH'] ?? '', no_proxy: '*', ...env }, maxBuffer: 1e8 },
      (error, stdout, stderr) => (error ? reject(new Error(stderr)) : resolve(stdout)),
    );
  });
}
