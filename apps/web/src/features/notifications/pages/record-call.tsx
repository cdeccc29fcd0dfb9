import { Link } from '@tanstack/react-router';
import { useCommand, useUsers } from '../../../api/queries.ts';
import type { Body } from '../../../api/contract.ts';
import type { DoingProps } from '../../../feature.ts';
import { Button } from '../../../ui/button.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { useNotificationWords } from './page-words.ts';

const OUTCOMES: readonly Body<'RecordCall'>['outcome'][] = ['reached', 'left_message', 'not_reached', 'not_needed'];

/** 電話の結果: whom to call, and a button for each way in which it can end. */
export function RecordCall({ timeline, onDone, cancel }: DoingProps) {
  const t = useNotificationWords();
  const { mutateAsync, error, isPending } = useCommand('RecordCall');
  const { data: users } = useUsers();
  const { person: id, about } = timeline.facts as { person?: string; about?: string };
  const person = users?.find((user) => user.userId === id);
  const record = async (outcome: (typeof OUTCOMES)[number]) => {
    onDone(await mutateAsync({ id: timeline.about.id, body: { outcome } }));
  };
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <p className="text-std-16N-170">{t.callLead}</p>
      <dl className="flex flex-wrap gap-x-3 text-std-18B-160">
        <dt>{t.callPerson}</dt>
        <dd>
          {person?.name}　{person?.organization.name}　
          {person?.organization.phone ? (
            <a
              className="inline-flex min-h-11 items-center text-key-900 underline"
              href={`tel:${person.organization.phone}`}
            >
              {person.organization.phone}
            </a>
          ) : null}
        </dd>
      </dl>
      {about === undefined ? null : (
        <p>
          <Link
            to="/cases/$id"
            params={{ id: about }}
            search={{}}
            className="inline-flex min-h-11 items-center text-key-900 underline"
          >
            {t.openCase}
          </Link>
        </p>
      )}
      {error ? <Refused problem={error} /> : null}
      <div className="flex flex-wrap gap-3">
        {OUTCOMES.map((outcome) => (
          <Button
            key={outcome}
            look={outcome === 'reached' ? 'primary' : 'secondary'}
            size="large"
            busy={isPending}
            onClick={() => void record(outcome).catch(() => undefined)}
          >
            {t.codes.callOutcome[outcome]}
          </Button>
        ))}
        <Button look="plain" onClick={cancel}>
          ←
        </Button>
      </div>
    </div>
  );
}
