import { useMe } from '../../../api/queries.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { Chip, PageLink, useCouncils } from './shared.tsx';

/** 会議体の一覧: those that somebody stands at, or whose areas are his. */
export function CouncilsPage() {
  const t = useWords(words);
  const { councils: say, warnings } = useWords(pageWords);
  const { day } = useTime();
  const { data: me } = useMe();
  const { data: councils, error, refetch } = useCouncils();
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={t.nav.councils} />
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!councils && !error ? <Loading /> : null}
      {councils?.length === 0 ? (
        <div>
          <p className="text-std-16N-170">{say.none}</p>
          <p className="text-std-16N-170 text-solid-gray-800">{say.noneHelp}</p>
        </div>
      ) : null}
      <ul className="grid gap-3 empty:hidden lg:grid-cols-2">
        {councils?.map((council) => (
          <li
            key={council.id}
            className="flex flex-col gap-1 rounded-8 border border-solid-gray-420 bg-white px-4 py-2"
          >
            <div className="flex flex-wrap items-center gap-x-3 text-std-17B-170">
              <PageLink to={`/councils/${council.id}/page`}>{council.name}</PageLink>
              <Chip>{labelOf(t.codes.councilLevel, council.level)}</Chip>
              <Chip>{say.openItems(council.openItems)}</Chip>
            </div>
            <dl className="flex flex-wrap gap-x-6 gap-y-1 text-dns-16N-130">
              <Fact name={say.areas}>{council.areas.map(({ name }) => name).join('、')}</Fact>
              <Fact name={say.secretariat}>{council.secretariat.name}</Fact>
              <Fact name={say.chairs}>
                {[council.chairMedical, council.chairAdministrative].flatMap((one) => one?.name ?? []).join('、') ||
                  say.unset}
              </Fact>
              <Fact name={say.next}>{council.next ? day(council.next.on) : say.noNext}</Fact>
            </dl>
            {council.warnings.map((warning) => (
              <p key={warning} className="text-dns-14N-130 text-error-2">
                {labelOf(warnings, warning)}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {me?.commands.includes('EstablishCouncil') ? (
        <PageLink to="/councils/new">{t.command.EstablishCouncil}</PageLink>
      ) : null}
    </div>
  );
}

export function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="flex gap-2">
      <dt className="shrink-0 text-solid-gray-700">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
