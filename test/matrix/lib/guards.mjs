import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/ensure.mjs';

/** What a statement says of whom it answers. */
const IN_SQL =
  /\$\d+::(?:jsonb -> \w+\.kind|text\[\]) (?:\?\||&&) (?:r\.relations|app\.relations_to\(\w+, (?:me\.standing|app\.standing\([^)]*\))\))/g;
/** What is asked before an answer: the capability, the relation, the session. */
const IN_CODE =
  /if \((?=[^\n]*(?:\bcan\(|verdict === '(?:hidden|forbidden)'|\.has\(id\)|mine\(|granted\(|!known\)|!seen\b|keepers))([^\n]*)\)\n\s+throw /g;
/** Who may sign in how, and who may set up, have tests of their own: the matrix asks people who are signed in. */
const ELSEWHERE = /^libs\/access\/http\/(entering|sessions|own-sign-in|invitations)|isId\(/;

/** Every guard that stands in the built program, with what takes it away. */
export function guards() {
  const dist = join(root, 'dist');
  return readdirSync(join(dist, 'libs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.includes('.spec.'))
    .toSorted()
    .map((file) => `libs/${file}`)
    .filter((file) => !ELSEWHERE.test(file))
    .flatMap((file) => {
      const source = readFileSync(join(dist, file), 'utf8');
      const line = (at) => source.slice(0, at).split('\n').length;
      return [
        ...[...source.matchAll(IN_SQL)].map(({ 0: found, index }) => ({
          name: `${file}:${line(index)} ${found}`,
          mutant: { file, at: index, length: found.length, put: `(true OR ${found})` },
        })),
        ...[...source.matchAll(IN_CODE)]
          .filter(({ 1: condition }) => !ELSEWHERE.test(condition))
          .map(({ 1: condition, index }) => ({
            name: `${file}:${line(index)} if (${condition})`,
            mutant: { file, at: index, length: `if (${condition})`.length, put: 'if (false)' },
          })),
      ];
    });
}
