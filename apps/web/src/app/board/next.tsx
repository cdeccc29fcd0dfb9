import type { Row } from '../../api/types.ts';
import { labelOf, useText } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';

/** Whom the chase tells next if nothing happens, and when. */
export function Next({ next }: Pick<Row, 'next'>) {
  const t = useText();
  const { moment } = useTime();
  if (next === null) return t.board.nextNone;
  const to = next.to.map(({ role, name }) => {
    if (role === null) return name ?? '';
    const everyone = labelOf(t.role, role);
    return name === null ? everyone : t.board.roleAt(everyone, name);
  });
  return t.board.next(moment(next.at), to);
}
