import { Link } from '@tanstack/react-router';
import { useMe } from '../../../api/queries.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { Fact } from './councils.tsx';
import { pageWords } from './page-words.ts';
import { Box, Chip, PageLink, useCouncil, useIdOfPage, useTitleOf } from './shared.tsx';

/** 一つの会議体: who sits there, when it meets, and about what. */
export function CouncilPage() {
  const id = useIdOfPage();
  const t = useWords(words);
  const { councils: say, meeting: ofMeeting, warnings } = useWords(pageWords);
  const titleOf = useTitleOf();
  const { day } = useTime();
  const { data: me } = useMe();
  const { data: council, error, refetch } = useCouncil(id);
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!council) return <Loading />;
  const chairs = [council.chairMedical, council.chairAdministrative].flatMap((one) => one?.name ?? []);
  const runs = council.commands.includes('AppointCouncilMember');
  return (
    <div className="flex flex-col gap-4">
      <PageLink to="/councils">{t.nav.councils}</PageLink>
      <PageTitle title={council.name} />
      <div className="flex flex-wrap gap-2">
        <Chip>{labelOf(t.codes.councilLevel, council.level)}</Chip>
        {council.types.map((type) => (
          <Chip key={type}>{labelOf(t.codes.councilType, type)}</Chip>
        ))}
      </div>
      {council.warnings.map((warning) => (
        <p key={warning} className="text-dns-16N-130 text-error-2">
          {labelOf(warnings, warning)}
        </p>
      ))}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-dns-16N-130">
        <Fact name={say.areas}>{council.areas.map(({ name }) => name).join('、')}</Fact>
        <Fact name={say.secretariat}>{council.secretariat.name}</Fact>
        <Fact name={say.chairs}>{chairs.join('、') || say.unset}</Fact>
        {council.parent ? <Fact name={say.parent}>{council.parent.name}</Fact> : null}
      </dl>
      <p className="text-dns-16N-130 text-solid-gray-800">
        {say.deadlines(council.agendaCloseDays, council.materialDays)}
      </p>
      <div className="grid gap-4 lg:grid-cols-2">
        <Box title={say.meetings} id="meetings">
          {council.meetings.length === 0 ? <p className="text-dns-16N-130">{say.noMeetings}</p> : null}
          <ul className="flex flex-col">
            {council.meetings.map((meeting) => (
              <li key={meeting.id} className="flex flex-wrap items-center gap-x-3">
                <PageLink to={`/meetings/${meeting.id}/page`}>
                  {ofMeeting.at(day(meeting.on), meeting.startsAt)}
                </PageLink>
                <Chip>{labelOf(t.state.meeting, meeting.state)}</Chip>
                <span className="text-dns-14N-130">{say.openItems(meeting.items)}</span>
              </li>
            ))}
          </ul>
          {runs && me?.commands.includes('PlanMeeting') ? (
            <PageLink to={`/meetings/new?council=${id}`}>{t.command.PlanMeeting}</PageLink>
          ) : null}
        </Box>
        <Box title={say.members} id="members">
          {council.members.length === 0 ? <p className="text-dns-16N-130">{say.noMembers}</p> : null}
          <ul className="flex flex-col gap-1 text-dns-16N-130">
            {council.members.map(({ organization, body }) => (
              <li key={`${organization.id} ${body}`}>
                {labelOf(t.codes.body, body)}　<span className="text-solid-gray-700">{organization.name}</span>
              </li>
            ))}
          </ul>
          {runs ? (
            <Link
              to="/cases/$id"
              params={{ id }}
              search={{ do: 'AppointCouncilMember' }}
              className="inline-flex min-h-11 items-center text-key-900 underline"
            >
              {t.command.AppointCouncilMember}
            </Link>
          ) : null}
        </Box>
      </div>
      <Box title={say.items} id="items">
        {council.items.length === 0 ? <p className="text-dns-16N-130">{say.noItems}</p> : null}
        <ul className="flex flex-col divide-y divide-solid-gray-420">
          {council.items.map((item) => (
            <li key={item.id} className="flex flex-wrap items-center gap-x-3">
              <Link
                to="/cases/$id"
                params={{ id: item.id }}
                search={{}}
                className="inline-flex min-h-11 items-center text-key-900 underline"
              >
                {titleOf(item)}
              </Link>
              <Chip>{labelOf(t.state.agenda_item, item.state)}</Chip>
              <span className="text-dns-14N-130">{item.area.name}</span>
              {item.flagged ? <Chip loud>{ofMeeting.flagged}</Chip> : null}
              {item.decision === null ? null : (
                <span className="text-dns-14N-130">{labelOf(t.codes.decision, item.decision)}</span>
              )}
            </li>
          ))}
        </ul>
        {runs && me?.commands.includes('ProposeAgendaItem') ? (
          <PageLink to={`/agenda-items/new?council=${id}`}>{t.command.ProposeAgendaItem}</PageLink>
        ) : null}
      </Box>
      <Link
        to="/cases/$id"
        params={{ id }}
        search={{}}
        className="inline-flex min-h-11 items-center text-key-900 underline"
      >
        {say.record}
      </Link>
    </div>
  );
}
