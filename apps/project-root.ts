import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('there is no package.json above the program');
  return rootAbove(parent);
}

/** The project's folder: the same whether the program runs from dist or, in tests, from its sources. */
export const PROJECT_ROOT = rootAbove(import.meta.dirname);
