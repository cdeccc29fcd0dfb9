import { CAPABILITIES, ROLES, type Capability, type Role } from '#kernel';
import { granted, type AnyKind } from './kinds.js';

/**
 * One line of the table of who may do what (役割×範囲×関係の表, `policy.csv`): an operation on a kind of resource, the
 * relation in which somebody has to stand to it, and the roles that then may.
 */
export interface PolicyRow {
  readonly resource: string;
  readonly operation: string;
  readonly relation: string;
  /** What the relation does not say, and the command asks as well: that an action is one's own. */
  readonly narrowed: boolean;
  readonly roles: readonly Role[];
}

/** 見る: the case with its timeline, and its rows on a board. What is withheld follows: `see but handover_document`. */
const SEE = 'see';
const LIST = 'list';
/** The relation of whoever begins something that is not there yet, and of a role by itself. */
export const ANYONE = 'anyone';

/** Every grant that is declared, in the order of the declarations; the program does exactly what these lines say. */
export function policyOf(
  kinds: readonly AnyKind[],
  pages: Readonly<Record<string, Capability>> = {},
): readonly PolicyRow[] {
  const row = (
    resource: string,
    operation: string,
    grants: Readonly<Record<string, Capability | readonly Capability[]>>,
    narrowed = false,
  ): PolicyRow[] =>
    Object.keys(grants).map((relation) => ({
      resource,
      operation,
      relation,
      narrowed,
      roles: ROLES.filter((role) => granted(grants, role).includes(relation)),
    }));
  return [
    ...kinds.flatMap(({ kind, sees, board = sees, withheld = {}, commands }) => [
      ...row(kind, SEE, sees).map((line) => {
        const without = withheld[line.relation];
        return without ? { ...line, operation: `${SEE} but ${without.join(' ')}` } : line;
      }),
      ...row(kind, LIST, board),
      ...Object.entries(commands).flatMap(([command, { route, may, about, allowed }]) =>
        route
          ? [
              ...row(kind, command, may ?? {}, allowed !== undefined),
              ...row(kind, command, Object.fromEntries(Object.entries(about ?? {}).map(([r, c]) => [`of ${r}`, c]))),
            ]
          : [],
      ),
    ]),
    ...Object.entries(pages).flatMap(([page, capability]) => row('page', page, { [ANYONE]: capability })),
    ...(Object.keys(CAPABILITIES) as Capability[]).flatMap((capability) =>
      row('capability', capability, { [ANYONE]: capability }),
    ),
  ];
}

const HEADINGS = ['resource', 'operation', 'relation', 'narrowed'] as const;

/** The table as it is reviewed, a column for each role. */
export const policyText = (rows: readonly PolicyRow[]): string =>
  [
    [...HEADINGS, ...ROLES],
    ...rows.map(({ resource, operation, relation, narrowed, roles }) => [
      resource,
      operation,
      relation,
      narrowed ? 'x' : '',
      ...ROLES.map((role) => (roles.includes(role) ? 'x' : '')),
    ]),
  ]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');

/** The lines in which the declared grants and the reviewed table differ, each as it stands where it stands. */
export function deviations(declared: string, reviewed: string): string[] {
  const lines = (text: string) => text.split(/\r?\n/).filter((line) => line !== '');
  const [own, table] = [lines(declared), lines(reviewed)];
  return [
    ...own.filter((line) => !table.includes(line)).map((line) => `only in the program: ${line}`),
    ...table.filter((line) => !own.includes(line)).map((line) => `only in policy.csv: ${line}`),
  ];
}
