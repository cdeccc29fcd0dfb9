/** Licenses under which a package may be used and passed on beside Apache-2.0: none asks that our own sources be under its terms. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);

/** Whether an SPDX expression of AND, OR and brackets leaves us a license that is allowed. */
export function isAllowed(expression) {
  const words = (expression ?? '').match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const either = () => {
    let ok = both();
    while (words[at] === 'OR') {
      at++;
      ok = both() || ok;
    }
    return ok;
  };
  const both = () => {
    let ok = one();
    while (words[at] === 'AND') {
      at++;
      ok = one() && ok;
    }
    return ok;
  };
  const one = () => {
    if (words[at] !== '(') return ALLOWED.has(words[at++]);
    at++;
    const ok = either();
    return words[at++] === ')' && ok;
  };
  return either() && at === words.length;
}
