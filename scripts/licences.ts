import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Folders of the packages that something of the build comes from; workers and the service worker are builds of their own. */
const shipped = new Set<string>();

/** Vite plugin that notes which packages a build takes something from. */
export function notePackages(): Plugin {
  return {
    name: 'note-packages',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const id of this.getModuleIds()) note(id);
      // Fonts are no modules.
      for (const file of Object.values(bundle))
        if (file.type === 'asset') for (const name of file.originalFileNames) note(resolve(name));
    },
  };
}

function note(id: string): void {
  const folder = packageFolder(id);
  if (folder !== null) shipped.add(folder);
}

/** Vite plugin: `licences.txt`, the licence of everything that ships. The build fails where a package has none. */
export function licences(): Plugin {
  let outDir = 'dist';
  return {
    name: 'licences',
    apply: 'build',
    configResolved(config) {
      ({ outDir } = config.build);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        writeFileSync(join(outDir, 'licences.txt'), licenceText([...shipped]));
      },
    },
  };
}

/** `…/node_modules/@scope/name` of a module; null where it is our own. */
export function packageFolder(id: string): string | null {
  const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.split('?')[0] ?? '') ?? [];
  return folder ?? null;
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** @param folders of packages. Throws where one has no licence. */
export function licenceText(folders: readonly string[]): string {
  const own = readFileSync('LICENSE', 'utf8').trim();
  const parts = folders.toSorted().map((folder) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- package.json of an installed package
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as Package;
    if (license === undefined) throw new Error(`${name} says no licence, and something of it ships.`);
    const text = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|notice)/i.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`## ${name} ${version} (${license})`, ...text.map((one) => `\`\`\`\n${one}\n\`\`\``)].join(
      '\n\n',
    );
  });
  const head = '# Licences\n\nSecond Thought, and the packages that parts of it come from.';
  return `${[head, `## Second Thought\n\n\`\`\`\n${own}\n\`\`\``, ...parts].join('\n\n')}\n`;
}
