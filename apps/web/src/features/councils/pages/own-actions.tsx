import { Link } from '@tanstack/react-router';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { Chip, useOwnActions, useTitleOf } from './shared.tsx';

/** 自分の機関の対応: what councils have asked of one's own institution, the soonest first. */
export function OwnActionsPage() {
  const t = useWords(words);
  const { actions: say } = useWords(pageWords);
  const titleOf = useTitleOf();
  const { day, now } = useTime();
  const { data: actions, error, refetch } = useOwnActions();
  const today = new Date(now + 9 * 3_600_000).toISOString().slice(0, 10);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.nav.actions} />
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!actions && !error ? <Loading /> : null}
      {actions?.length === 0 ? <p className="text-std-16N-170">{say.none}</p> : null}
      <ul className="flex flex-col gap-3">
        {actions?.map((action) => (
          <li key={action.id} className="flex flex-col gap-1 rounded-8 border border-solid-gray-420 bg-white px-4 py-2">
            <p className="text-std-17B-170">{action.what ?? titleOf(action)}</p>
            <p className="flex flex-wrap items-center gap-x-3 text-dns-16N-130">
              {action.done ? (
                <Chip>{say.done}</Chip>
              ) : (
                <Chip loud={action.dueOn < today}>
                  {say.due} {day(action.dueOn)}
                </Chip>
              )}
              <span>{titleOf(action)}</span>
              <span className="text-solid-gray-700">{action.area.name}</span>
              {action.effect === null ? null : <Chip>{labelOf(t.codes.effect, action.effect)}</Chip>}
            </p>
            {action.reason === null ? null : (
              <p className="text-dns-16N-130">
                {say.decision}：{action.reason}
              </p>
            )}
            {action.report === null ? null : (
              <p className="text-dns-16N-130">
                {say.report}：{action.report}
              </p>
            )}
            <Link
              to="/cases/$id"
              params={{ id: action.item }}
              search={action.done ? {} : { do: 'CompleteAction' }}
              className="inline-flex min-h-11 items-center text-std-16N-170 text-key-900 underline"
            >
              {say.open}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
