import type { Row } from '../../api/types.ts';
import { labelOf, useText } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';

type Told = NonNullable<Row['promisedBy']>;

/** A person, or everyone in a role, as the page says it. */
function useToldName(): (told: Told) => string {
  const t = useText();
  return ({ role, name }) => {
    if (role === null) return name ?? '';
    const everyone = labelOf(t.role, role);
    return name === null ? everyone : t.board.roleAt(everyone, name);
  };
}

/** So many roles of one institution are named; of more the first. */
const MOST_ROLES = 2;

/** Each institution once, with those in it who hear. */
function useToldNames(): (to: readonly Told[]) => string[] {
  const t = useText();
  const nameOf = useToldName();
  return (to) => {
    const isOf = (at: string) => (told: Told) => told.role !== null && told.name === at;
    return [...new Set(to.map((told) => (told.role === null ? nameOf(told) : (told.name ?? nameOf(told)))))].map(
      (at) => {
        const roles = to.filter(isOf(at)).map(({ role }) => labelOf(t.role, role ?? ''));
        const [first] = roles;
        if (first === undefined) return at;
        return t.board.roleAt(roles.length > MOST_ROLES ? t.board.andOthers(first) : roles.join('・'), at);
      },
    );
  };
}

/** Whom the chase tells next if nothing happens, and when. */
export function Next({ next }: Pick<Row, 'next'>) {
  const t = useText();
  const { moment } = useTime();
  const namesOf = useToldNames();
  return next === null ? t.board.nextNone : t.board.next(moment(next.at), namesOf(next.to));
}

/** Who has said "I have it, by …", while that moment is to come. */
export function Held({ heldUntil, promisedBy }: Pick<Row, 'heldUntil' | 'promisedBy'>) {
  const t = useText();
  const { now, moment } = useTime();
  const nameOf = useToldName();
  if (heldUntil === null || Date.parse(heldUntil) <= now) return null;
  const until = moment(heldUntil);
  return (
    <p data-held className="text-dns-14B-130 text-key-900">
      {promisedBy === null ? t.light.promised(until) : t.light.promisedBy(until, nameOf(promisedBy))}
    </p>
  );
}
