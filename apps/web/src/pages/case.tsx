import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe, useTimeline } from '../api/queries.ts';
import type { CommandName, Me, Timeline } from '../api/types.ts';
import { OfferCard } from '../board/offer-card.tsx';
import { actionsOf } from '../cases/actions.ts';
import { Doing } from '../cases/doing.tsx';
import { Obligations } from '../cases/obligations.tsx';
import { TimelineList } from '../cases/timeline.tsx';
import { labelOf, useText } from '../i18n/index.tsx';
import { useLive } from '../live/live.tsx';
import { ageOn } from '../time/moments.ts';
import { useTime } from '../time/use-time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Loading, PageTitle } from '../ui/page.tsx';
import { LoadFailed } from '../ui/problem.tsx';

const route = getRouteApi('/cases/$id');

export function CasePage() {
  const { id } = route.useParams();
  const { do: command } = route.useSearch();
  const { data: me } = useMe();
  const { data: timeline, error, refetch } = useTimeline(id);
  const position = useLive().board?.position;
  // The stream tells that something has changed; what is on this page may be part of it.
  useEffect(() => {
    if (position !== undefined) void refetch();
  }, [position, refetch]);

  if (timeline && me) return <Case timeline={timeline} me={me} command={command} />;
  return error ? <LoadFailed problem={error} again={() => void refetch()} /> : <Loading />;
}

function Case({ timeline, me, command }: { timeline: Timeline; me: Me; command: CommandName | undefined }) {
  const t = useText();
  const { patient, about, state } = timeline;
  const kind = labelOf(t.codes.caseKind, about.kind);
  const { main, apart } = actionsOf(timeline, me);
  const offer = timeline.obligations.find((row) => row.step === 'offer' && row.mine && row.state === 'open');
  const title = command ? t.command[command] : `${patient?.name ?? kind}`;

  return (
    <div className="flex flex-col gap-4">
      <p className="print:hidden">
        <Link
          to={command ? '/cases/$id' : '/'}
          params={{ id: about.id }}
          search={{}}
          className="inline-flex min-h-11 items-center text-std-16N-170 text-key-900 underline"
        >
          ←　{command ? (patient?.name ?? kind) : t.case.back}
        </Link>
      </p>
      <div className="flex flex-col gap-1">
        <PageTitle key={title} title={title} />
        <About timeline={timeline} kind={kind} named={command !== undefined} />
        <p className="text-std-16N-170">
          {t.case.state}：<strong>{labelOf(t.codes.caseState, state)}</strong>
        </p>
      </div>
      {command ? (
        <div className="max-w-4xl">
          <Doing command={command} timeline={timeline} />
        </div>
      ) : (
        <>
          {offer ? <OfferCard row={{ ...offer, patient: offer.patient ?? patient }} /> : null}
          {offer ? null : <ActionList id={about.id} main={main} apart={apart} />}
        </>
      )}
      {/* On a phone one thing is done at a time; at a desk the facts stay in sight. */}
      <div
        className={`grid gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] ${command ? 'hidden border-t border-solid-gray-420 pt-4 md:grid' : ''}`}
      >
        <div className="order-2 lg:order-1">
          <TimelineList entries={timeline.entries} />
        </div>
        <div className="order-1 lg:order-2">
          <Obligations rows={timeline.obligations} />
        </div>
      </div>
      <p className="hidden md:block print:hidden">
        <Button onClick={() => window.print()}>{t.case.print}</Button>
      </p>
    </div>
  );
}

function About({ timeline: { patient }, kind, named }: { timeline: Timeline; kind: string; named: boolean }) {
  const t = useText();
  const { now } = useTime();
  const words = patient
    ? [
        named ? patient.name : '',
        patient.kana,
        patient.birthDate
          ? `${patient.birthDate.replaceAll('-', '/')}（${t.case.ageYears(ageOn(patient.birthDate, now))}）`
          : '',
      ]
    : [t.case.otherAbout];
  return <p className="text-std-16N-170 text-solid-gray-800">{[kind, ...words].filter(Boolean).join('　')}</p>;
}

function ActionList({ id, main, apart }: { id: string; main: readonly CommandName[]; apart: readonly CommandName[] }) {
  const t = useText();
  const button = (command: CommandName, first = false) => (
    <ButtonLink
      key={command}
      look={first ? 'primary' : 'secondary'}
      size={first ? 'large' : 'normal'}
      to="/cases/$id"
      params={{ id }}
      search={{ do: command }}
    >
      {t.command[command]}
    </ButtonLink>
  );
  return (
    <section aria-labelledby="actions" className="flex flex-col gap-2 print:hidden">
      <h2 id="actions" className="sr-only">
        {t.case.actions}
      </h2>
      {main.length + apart.length === 0 ? (
        <p className="text-std-16N-170 text-solid-gray-700">{t.case.noActions}</p>
      ) : null}
      <div className="flex flex-col gap-2 md:flex-row md:flex-wrap md:items-center">
        {main.map((command, index) => button(command, index === 0))}
      </div>
      {apart.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-11 items-center text-std-16N-170 text-key-900 underline">
            {t.case.moreActions}
          </summary>
          <div className="mt-1 flex flex-col gap-2 md:flex-row md:flex-wrap">
            {apart.map((command) => button(command))}
          </div>
        </details>
      ) : null}
    </section>
  );
}
