import { Link } from '@tanstack/react-router';
import { useMessages } from '../api/queries.ts';
import { useLanguage, useText } from '../i18n/index.tsx';
import { useTime } from '../time/use-time.ts';
import { Loading, PageTitle } from '../ui/page.tsx';
import { LoadFailed } from '../ui/problem.tsx';
import { useLabels, useSayings } from './labels.ts';
import { factsOf } from './registry.ts';

export function MessagesPage() {
  const t = useText();
  const labels = useLabels();
  const sayings = useSayings();
  const { language } = useLanguage();
  const { stamp } = useTime();
  const { data: messages, error, refetch } = useMessages();
  const said = (template: string, step: string | null) => {
    const title = labels.of('template', template);
    const of = step ? labels.of('step', step) : title;
    return of === title ? title : `${title}：${of}`;
  };
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={t.messages.title} />
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!messages && !error ? <Loading /> : null}
      {messages?.length === 0 ? <p className="text-std-16N-170">{t.messages.none}</p> : null}
      <ul className="flex flex-col gap-2">
        {messages?.map(({ id, at, template, level, about, step, opens, patient, facts, afterwards }) => (
          <li key={id} className="rounded-8 border border-solid-gray-420 bg-white px-4 py-2">
            {opens ? (
              <Link
                to="/cases/$id"
                params={{ id: about.id }}
                search={{}}
                className="inline-flex min-h-11 items-center text-std-16B-170 text-key-900 underline"
              >
                {patient ? `${patient.name}　` : ''}
                {said(template, step)}
              </Link>
            ) : (
              <p className="flex min-h-11 items-center text-std-16N-170">{said(template, step)}</p>
            )}
            <p className="text-dns-14N-130 text-solid-gray-800">
              <time dateTime={at}>{stamp(at)}</time>　
              {[labels.of('kind', about.kind), ...factsOf({ about, facts }, language, sayings)].join('・')}
              {level === null ? '' : `　${labels.level(about.kind, level)}`}
              {opens ? '' : `　${t.messages.away}`}
            </p>
            {afterwards.length > 0 ? (
              <ul className="text-dns-14N-130 text-solid-gray-800">
                {afterwards.map((fact) => (
                  <li key={`${fact.type}${fact.at}`}>
                    <time dateTime={fact.at}>{stamp(fact.at)}</time>　{labels.of('event', fact.type)}
                    {fact.own ? `・${t.messages.own}` : ''}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
