import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/ensure.mjs';

/** What a list or register answers to each role (`test/matrix/reads.csv`), read as a person reads it. */
function table() {
  const [headings, ...lines] = readFileSync(join(root, 'test/matrix/reads.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const roles = headings.slice(1);
  return new Map(
    lines.map(([operation, ...cells]) => [
      operation,
      new Map(roles.map((role, i) => [role, cells[i].split(' ').map(Number)])),
    ]),
  );
}

/** Everything that is read without naming a case, by everybody. */
export async function reads({ api, people, cell }) {
  const expected = process.env.LEARN ? null : table();
  const learned = new Map();
  for (const operation of api.operations) {
    const { id, method, path, parameters } = operation;
    if (method !== 'GET' || parameters.length > 0 || id === 'followBoard') continue;
    for (const person of people) {
      const { status } = await api.read(path, person.token);
      const key = `${id},${person.role}`;
      learned.set(key, (learned.get(key) ?? new Set()).add(status));
      if (expected)
        cell('lists and registers', `${id} by ${person.role}`, status, expected.get(id)?.get(person.role) ?? []);
    }
    const { status } = await api.read(path);
    cell('without a session', id, status, [OPEN.has(id) ? 200 : 401]);
  }
  if (!expected) {
    const roles = [...new Set(people.map(({ role }) => role))];
    process.stdout.write(`operation,${roles.join(',')}\n`);
    for (const id of new Set([...learned.keys()].map((key) => key.split(',')[0])))
      process.stdout.write(
        `${id},${roles.map((role) => [...(learned.get(`${id},${role}`) ?? [])].toSorted().join(' ')).join(',')}\n`,
      );
  }
}

const OPEN = new Set(['showWaysIn', 'listDemoAccounts']);
