import { getRouteApi, Link, type LinkProps } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Problem } from '../../api/client.ts';
import type { CommandName } from '../../api/contract.ts';
import { useMe, useTimeline } from '../../api/queries.ts';
import type { Timeline } from '../../api/types.ts';
import { useLanguage, useText } from '../../i18n/index.tsx';
import { useLive } from '../../live/live.tsx';
import { ageOn } from '../../time/moments.ts';
import { useTime } from '../../time/use-time.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { WhereAndWhom } from '../../ui/contact.tsx';
import { Loading, PageTitle } from '../../ui/page.tsx';
import { LoadFailed } from '../../ui/problem.tsx';
import { Card } from '../card.tsx';
import { useLabels, useSayings } from '../labels.ts';
import { actionsOf, aroundOf, cardOf, factsOf, isUpTo, marksOf, titleOf } from '../registry.ts';
import { Deliveries } from './deliveries.tsx';
import { LeftDrafts } from './left-drafts.tsx';
import { isLive, Obligations } from './obligations.tsx';
import { Related } from './related.tsx';
import { TimelineList } from './timeline.tsx';

/** Forms come with whoever fills one in: most who open a case read it. */
const Doing = lazy(async () => ({ default: (await import('./doing.tsx')).Doing }));

const route = getRouteApi('/cases/$id');

export function CasePage() {
  const t = useText();
  const { id } = route.useParams();
  const { do: command } = route.useSearch();
  const { data: timeline, error, refetch } = useTimeline(id);
  const position = useLive().board?.position;
  // The stream tells that something has changed; what is on this page may be part of it.
  useEffect(() => {
    if (position !== undefined) void refetch();
  }, [position, refetch]);

  if (timeline) return <Case key={`${id} ${command ?? ''}`} timeline={timeline} command={command} />;
  if (error instanceof Problem && error.status === 404)
    return (
      <>
        <NoSuchCase />
        <LeftDrafts id={id} lead={t.draft.left} />
      </>
    );
  return error ? <LoadFailed problem={error} again={() => void refetch()} /> : <Loading />;
}

/** Not there, or one's own no more: as with an offer that another has taken. There is nothing to load again. */
function NoSuchCase() {
  const t = useText();
  return (
    <div className="flex flex-col items-start gap-4">
      <PageTitle title={t.case.notThere} />
      <p className="text-std-16N-170">{t.case.notThereHelp}</p>
      <ButtonLink to="/">{t.app.backToBoard}</ButtonLink>
    </div>
  );
}

function Case({ timeline, command }: { timeline: Timeline; command: CommandName | undefined }) {
  const t = useText();
  const labels = useLabels();
  const { patient, about, state, commands } = timeline;
  const kind = labels.of('kind', about.kind);
  const { main, apart } = actionsOf(timeline);
  const [began] = useState(() => command === undefined || commands.includes(command));
  const [first] = timeline.obligations;
  const { data: me } = useMe();
  // Nobody telephones his own institution about its own case.
  const contact = timeline.contact?.id === me?.organization.id ? null : timeline.contact;
  const cards = timeline.obligations.filter((row) => isLive(row) && cardOf(row));
  const title = command ? labels.of('command', command) : (patient?.name ?? titleOf(timeline) ?? kind);

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
        <PageTitle key={title} title={title} tab={title === patient?.name ? kind : title} />
        <About timeline={timeline} kind={kind} named={title !== kind && title !== patient?.name} />
        {command === undefined && me ? <AroundIt places={aroundOf(timeline, me)} /> : null}
        <div className="flex flex-col gap-1 text-std-16N-170 md:flex-row md:flex-wrap md:items-center md:gap-x-8">
          <p>
            {t.case.state}：<strong>{labels.state(about.kind, state)}</strong>
          </p>
          {/* A card says it itself. */}
          {command === undefined && cards.length > 0 ? null : (
            <WhereAndWhom place={first?.place ?? ''} address={patient?.address} contact={contact} />
          )}
        </div>
      </div>
      {command ? (
        <Suspense fallback={<Loading />}>
          <Doing command={command} timeline={timeline} began={began} />
        </Suspense>
      ) : (
        <>
          {cards.map((row) => (
            <Card key={row.id} row={{ ...row, patient: row.patient ?? patient }} />
          ))}
          <ActionList timeline={timeline} main={main} apart={apart} carded={cards.length > 0} />
        </>
      )}
      {/* On a phone one thing is done at a time; at a desk the facts stay in sight. */}
      <div
        className={`grid gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] ${command ? 'hidden border-t border-solid-gray-420 pt-4 md:grid' : ''}`}
      >
        <div className="order-2 lg:order-1">
          <TimelineList kind={about.kind} entries={timeline.entries} />
        </div>
        <div className="order-1 flex flex-col gap-6 lg:order-2">
          <Obligations rows={timeline.obligations} commands={commands} />
          {/* Whoever is doing something waits for nothing more. */}
          {command ? null : (
            <>
              <Related id={about.id} version={timeline.version} />
              <Deliveries id={about.id} version={timeline.version} />
            </>
          )}
        </div>
      </div>
      <p className="hidden md:block print:hidden">
        <Button onClick={() => window.print()}>{t.case.print}</Button>
      </p>
    </div>
  );
}

/** Screens on which there is more of it: an agenda, the evidence. */
function AroundIt({ places }: { places: ReturnType<typeof aroundOf> }) {
  const labels = useLabels();
  if (places.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-6 print:hidden">
      {places.map(({ name, to, search = {} }) => (
        <Link
          key={to}
          {...({ to, search } as unknown as LinkProps)}
          className="inline-flex min-h-11 items-center text-std-16B-170 text-key-900 underline"
        >
          {labels.of('nav', name)}
        </Link>
      ))}
    </p>
  );
}

function About({ timeline, kind, named }: { timeline: Timeline; kind: string; named: boolean }) {
  const t = useText();
  const facts = factsOf(timeline, useLanguage().language, useSayings());
  const { patient } = timeline;
  const { now } = useTime();
  const words = patient
    ? [
        ...marksOf(timeline),
        named ? patient.name : '',
        patient.kana,
        patient.birthDate
          ? `${patient.birthDate.replaceAll('-', '/')}（${t.case.ageYears(ageOn(patient.birthDate, now))}）`
          : '',
      ]
    : facts;
  return (
    <p className="flex flex-wrap gap-x-4 text-std-16N-170 text-solid-gray-800">
      {[patient || named ? kind : '', ...words].filter(Boolean).map((word) => (
        <span key={word}>{word}</span>
      ))}
    </p>
  );
}

function ActionList({
  timeline,
  main,
  apart,
  carded,
}: {
  timeline: Timeline;
  main: readonly CommandName[];
  apart: readonly CommandName[];
  carded: boolean;
}) {
  const t = useText();
  const labels = useLabels();
  const button = (command: CommandName, first = false) => (
    <ButtonLink
      key={command}
      look={first ? 'primary' : 'secondary'}
      size={first ? 'large' : 'normal'}
      to="/cases/$id"
      params={{ id: timeline.about.id }}
      search={{ do: command }}
    >
      {labels.of('command', command)}
    </ButtonLink>
  );
  // A card says and asks for itself all that there is to do.
  if (carded && main.length === 0 && apart.length === 0) return null;
  return (
    <section aria-labelledby="actions" className="flex flex-col gap-2 print:hidden">
      <h2 id="actions" className="sr-only">
        {t.case.actions}
      </h2>
      {main.length === 0 && !carded ? <WhoIsToAct timeline={timeline} alone={apart.length === 0} /> : null}
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

/** Who has nothing to do here is told whose turn it is. */
function WhoIsToAct({
  timeline: { obligations, commands },
  alone,
}: {
  timeline: Timeline;
  /** No other button stands below. */
  alone: boolean;
}) {
  const t = useText();
  const labels = useLabels();
  const live = obligations.filter(isLive);
  if (live.some((row) => isUpTo(row, commands))) return null;
  const waiting = live.filter(({ state }) => state !== 'missed');
  return (
    <div className="text-std-16N-170 text-solid-gray-800">
      {alone ? <p>{t.case.noActions}</p> : null}
      {(waiting.length > 0 ? waiting : live).map(({ id, step, mine, owedBy }) => (
        <p key={id}>{t.case.toAct(mine ? t.board.colleagues : owedBy.name, labels.of('step', step))}</p>
      ))}
    </div>
  );
}
