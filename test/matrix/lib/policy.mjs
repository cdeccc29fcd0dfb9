import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/ensure.mjs';

/** The reviewed table, read as a person reads it: by nothing of the program. */
export class Policy {
  rows;

  constructor(text = readFileSync(join(root, 'policy.csv'), 'utf8')) {
    const [headings, ...lines] = text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    this.roles = headings.slice(4);
    this.rows = lines.map(([resource, operation, relation, narrowed, ...cells]) => ({
      resource,
      operation,
      relation,
      narrowed: narrowed === 'x',
      roles: new Set(this.roles.filter((_role, i) => cells[i] === 'x')),
    }));
  }

  of(resource, operation) {
    return this.rows.filter((row) => row.resource === resource && row.operation === operation);
  }

  /** Whether somebody who stands to a case like this sees it. */
  sees(kind, role, relations) {
    return this.rows.some(
      (row) =>
        row.resource === kind && /^see( |$)/.test(row.operation) && row.roles.has(role) && relations.has(row.relation),
    );
  }

  lists(kind, role, relations) {
    return this.of(kind, 'list').some(
      (row) => row.relation !== 'everyone' && row.roles.has(role) && relations.has(row.relation),
    );
  }

  /** What the API answers to a command that comes with the version of something else: nobody gets past that. */
  answerTo(kind, command, role, relations) {
    const rows = this.of(kind, command).filter(({ relation }) => !relation.startsWith('of '));
    const begins = rows.some(({ relation }) => relation === 'anyone');
    const may = rows.filter((row) => row.roles.has(role) && (row.relation === 'anyone' || relations.has(row.relation)));
    if (may.length > 0) return may.some(({ narrowed }) => narrowed) ? [403, 412] : [412];
    if (begins || this.sees(kind, role, relations)) return [403];
    return [404];
  }
}
