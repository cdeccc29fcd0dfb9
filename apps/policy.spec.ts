import { readFileSync } from 'node:fs';
import { declaredPolicy, mustBeAsReviewed, POLICY_FILE } from './policy.js';

const reviewed = readFileSync(POLICY_FILE, 'utf8');
const lines = reviewed.trimEnd().split('\n');

describe('the reviewed table of rights', () => {
  it('is what the program declares, line by line', () => {
    expect(declaredPolicy().split('\n')).toEqual(reviewed.split('\n'));
  });

  it('names no operation twice in one relation', () => {
    const keys = lines.map((line) => line.split(',').slice(0, 3).join(','));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('keeps the program from starting when a right is declared that nobody reviewed, or none for one that was', () => {
    expect(() => {
      mustBeAsReviewed();
    }).not.toThrow();
    for (const [i, line] of lines.entries()) {
      const without = lines.toSpliced(i, 1).join('\n');
      expect(() => {
        mustBeAsReviewed(reviewed, without);
      }).toThrow(`only in the program: ${line}`);
      expect(() => {
        mustBeAsReviewed(without, reviewed);
      }).toThrow(`only in policy.csv: ${line}`);
    }
  });
});
