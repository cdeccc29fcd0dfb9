import type { Commit } from './commit.js';
import { digestOf, textsOf } from './event-hash.js';

type Values = readonly unknown[];

/** Columns of the rows of one table, each an array, as `app.append` takes them. */
const columns = <Row>(rows: readonly Row[], ...of: readonly ((row: Row) => unknown)[]): Values[] =>
  of.map((one) => rows.map(one));

/** The rows of one table of all commits, each with the number of its commit. */
const all = <Key extends keyof Commit>(commits: readonly Commit[], key: Key) =>
  commits.flatMap((commit, m) => (commit[key] as readonly Member<Key>[]).map((row) => ({ m, row })));
type Member<Key extends keyof Commit> = Commit[Key] extends readonly (infer Row)[] ? Row : never;

const json = (value: unknown): string => JSON.stringify(value);

/** Many commits as the arguments of one call, in the order of the parameters of `app.append`. */
export function wireOf(prefecture: string, commits: readonly Commit[]): Values {
  let through = 0;
  const answers = commits.flatMap(({ answer, events }, m) => {
    through += events.length;
    return answer ? [{ m, ...answer, through }] : [];
  });
  const facts = all(commits, 'events').map(({ m, row }) => {
    const texts = textsOf(row);
    return { m, row, texts, digest: `\\x${digestOf(row, texts)}` };
  });
  return [
    prefecture,
    ...columns(
      all(commits, 'heads'),
      ({ m }) => m,
      ({ row }) => row.stream,
      ({ row }) => row.kind,
      ({ row }) => row.base,
      ({ row }) => row.version,
      ({ row }) => row.state_version,
      ({ row }) => row.status,
      ({ row }) => json(row.relations),
      ({ row }) => json(row.state),
    ),
    ...columns(
      all(commits, 'obligations'),
      ({ m }) => m,
      ({ row }) => row.id,
      ({ row }) => row.case_kind,
      ({ row }) => row.case_id,
      ({ row }) => row.step,
      ({ row }) => row.owed_by,
      ({ row }) => row.municipality_id,
      ({ row }) => row.class,
      ({ row }) => row.state,
      ({ row }) => row.due_at,
      ({ row }) => row.next_at,
      ({ row }) => row.level,
      ({ row }) => row.unattended,
      ({ row }) => row.base,
      ({ row }) => row.seq,
      ({ row }) => json(row.body),
      ({ row }) => row.fence,
    ),
    ...columns(
      facts,
      ({ m }) => m,
      ({ row }) => row.event_id,
      ({ row }) => row.type,
      ({ row }) => row.schema_version,
      ({ row }) => row.occurred_at,
      ({ row }) => row.kind,
      ({ row }) => row.stream,
      ({ row }) => row.seq,
      ({ texts }) => texts.area,
      ({ texts }) => texts.other_areas,
      ({ texts }) => texts.actor,
      ({ row }) => row.correlation_id,
      ({ row }) => row.causation_id,
      ({ texts }) => texts.rule_set,
      ({ row }) => row.patient_ref,
      ({ texts }) => texts.payload,
      ({ digest }) => digest,
    ),
    ...columns(
      commits.flatMap(({ messages }) => messages),
      (row) => row.id,
      (row) => row.key,
      (row) => row.at,
      (row) => row.to_user,
      (row) => row.template,
      (row) => row.level,
      (row) => row.about_kind,
      (row) => row.about,
      (row) => row.step,
      (row) => row.deliver_after,
    ),
    ...columns(
      commits.flatMap(({ personal }) => personal),
      (row) => row.id,
      (row) => row.kind,
      (row) => row.about,
      (row) => row.subject,
      (row) => json(row.body),
    ),
    ...columns(
      all(commits, 'claims'),
      ({ m }) => m,
      ({ row }) => row.claim,
      ({ row }) => row.stream,
    ),
    ...columns(
      commits.flatMap(({ released }) => released),
      (row) => row.claim,
      (row) => row.stream,
    ),
    ...columns(
      answers,
      ({ m }) => m,
      (row) => row.user_id,
      (row) => row.key,
      (row) => row.body_hash,
      (row) => json(row.answer),
      (row) => row.through,
    ),
  ];
}

/** $1, $2, … of `app.append`. */
export const APPEND_SQL = `SELECT * FROM app.append(${Array.from({ length: 70 }, (_, i) => `$${i + 1}`).join(', ')})`;
