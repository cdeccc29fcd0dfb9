import type { Commit } from './commit.js';
import { digestOf, textsOf } from './event-hash.js';

type Plain = string | number | boolean | null;
/** An array as a parameter: in PostgreSQL's own text, or, where anything may stand in it, in its binary form. */
type Column = string | Buffer;

interface Field<Row> {
  readonly of: (row: Row) => Plain;
  readonly text: boolean;
}

/** Ids, numbers and moments: nothing in them can end the literal. */
const plain = <Row>(of: (row: Row) => Plain): Field<Row> => ({ of, text: false });
const text = <Row>(of: (row: Row) => string | null): Field<Row> => ({ of, text: true });

/** What would make other elements of it than were meant. */
const TELLING = /[,{}"]/;
function literalOf(values: readonly Plain[]): string {
  for (const value of values)
    if (typeof value === 'string' && TELLING.test(value)) throw new Error(`"${value}" is no id, number or moment`);
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/** The type `text` in pg_type. */
const TEXT_OID = 25;
const NULL_LENGTH = -1;

/** `text[]` as array_recv reads it: escaping JSON for a literal costs more than all else that is done with it here. */
function binaryOf(values: readonly (string | null)[]): Buffer {
  const dimensions = values.length === 0 ? 0 : 1;
  const lengths = values.map((value) => (value === null ? NULL_LENGTH : Buffer.byteLength(value)));
  let size = 12 + 8 * dimensions;
  for (const length of lengths) size += 4 + Math.max(length, 0);
  const bytes = Buffer.allocUnsafe(size);
  let at = bytes.writeInt32BE(dimensions, 0);
  at = bytes.writeInt32BE(lengths.includes(NULL_LENGTH) ? 1 : 0, at);
  at = bytes.writeInt32BE(TEXT_OID, at);
  if (dimensions > 0) {
    at = bytes.writeInt32BE(values.length, at);
    at = bytes.writeInt32BE(1, at);
  }
  for (const [i, value] of values.entries()) {
    at = bytes.writeInt32BE(lengths[i] ?? NULL_LENGTH, at);
    if (value !== null) at += bytes.write(value, at, 'utf8');
  }
  return bytes;
}

/** Columns of the rows of one table, each an array, as `app.append` takes them. */
const columns = <Row>(rows: readonly Row[], ...fields: readonly Field<Row>[]): Column[] =>
  fields.map(({ of, text: isText }) => {
    const values = rows.map(of);
    return isText ? binaryOf(values as (string | null)[]) : literalOf(values);
  });

/** The rows of one table of all commits, each with the number of its commit. */
const all = <Key extends keyof Commit>(commits: readonly Commit[], key: Key) =>
  commits.flatMap((commit, m) => (commit[key] as readonly Member<Key>[]).map((row) => ({ m, row })));
type Member<Key extends keyof Commit> = Commit[Key] extends readonly (infer Row)[] ? Row : never;

const json = (value: unknown): string => JSON.stringify(value);

/** Many commits as the arguments of one call, in the order of the parameters of `app.append`. */
export function wireOf(prefecture: string, commits: readonly Commit[]): Column[] {
  let through = 0;
  const answers = commits.flatMap(({ answer, events }, m) => {
    through += events.length;
    return answer ? [{ m, ...answer, through }] : [];
  });
  const facts = all(commits, 'events').map(({ m, row }) => {
    const texts = textsOf(row);
    return { m, row, texts, digest: digestOf(row, texts) };
  });
  return [
    prefecture,
    `${commits.some(({ reference }) => reference)}`,
    ...columns(
      all(commits, 'heads'),
      plain(({ m }) => m),
      plain(({ row }) => row.stream),
      text(({ row }) => row.kind),
      plain(({ row }) => row.base),
      plain(({ row }) => row.version),
      plain(({ row }) => row.state_version),
      text(({ row }) => row.status),
      text(({ row }) => json(row.relations)),
      text(({ row }) => json(row.state)),
    ),
    ...columns(
      all(commits, 'obligations'),
      plain(({ m }) => m),
      plain(({ row }) => row.id),
      text(({ row }) => row.case_kind),
      plain(({ row }) => row.case_id),
      text(({ row }) => row.step),
      plain(({ row }) => row.owed_by),
      text(({ row }) => row.municipality_id),
      plain(({ row }) => row.class),
      text(({ row }) => row.state),
      plain(({ row }) => row.due_at),
      plain(({ row }) => row.next_at),
      plain(({ row }) => row.level),
      plain(({ row }) => row.unattended),
      plain(({ row }) => row.base),
      plain(({ row }) => row.seq),
      text(({ row }) => json(row.body)),
      plain(({ row }) => row.fence),
    ),
    ...columns(
      facts,
      plain(({ m }) => m),
      plain(({ row }) => row.event_id),
      text(({ row }) => row.type),
      plain(({ row }) => row.schema_version),
      plain(({ row }) => row.occurred_at),
      text(({ row }) => row.kind),
      plain(({ row }) => row.stream),
      plain(({ row }) => row.seq),
      text(({ texts }) => texts.area),
      text(({ texts }) => texts.other_areas),
      text(({ texts }) => texts.actor),
      plain(({ row }) => row.correlation_id),
      plain(({ row }) => row.causation_id),
      text(({ texts }) => texts.rule_set),
      plain(({ row }) => row.patient_ref),
      text(({ texts }) => texts.payload),
      plain(({ digest }) => `\\\\x${digest}`),
    ),
    ...columns(
      commits.flatMap(({ messages }) => messages),
      plain((row) => row.id),
      text((row) => row.key),
      plain((row) => row.at),
      plain((row) => row.to_user),
      text((row) => row.template),
      plain((row) => row.level),
      text((row) => row.about_kind),
      plain((row) => row.about),
      text((row) => row.step),
      plain((row) => row.deliver_after),
    ),
    ...columns(
      commits.flatMap(({ personal }) => personal),
      plain((row) => row.id),
      text((row) => row.kind),
      plain((row) => row.about),
      plain((row) => row.subject),
      text((row) => json(row.body)),
    ),
    ...columns(
      all(commits, 'claims'),
      plain(({ m }) => m),
      text(({ row }) => row.claim),
      plain(({ row }) => row.stream),
    ),
    ...columns(
      commits.flatMap(({ released }) => released),
      text((row) => row.claim),
      plain((row) => row.stream),
    ),
    ...columns(
      answers,
      plain(({ m }) => m),
      plain((row) => row.user_id),
      plain((row) => row.key),
      text((row) => row.body_hash),
      text((row) => json(row.answer)),
      plain((row) => row.through),
    ),
  ];
}

/** $1, $2, … of `app.append`. */
export const APPEND_SQL = `SELECT * FROM app.append(${Array.from({ length: 71 }, (_, i) => `$${i + 1}`).join(', ')})`;
