import { Link, useParams } from '@tanstack/react-router';
import { useMe } from '../../../api/queries.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { themeOf } from '../../../i18n/theme.ts';
import { useTime } from '../../../time/use-time.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { Behind } from './behind.tsx';
import { Lines } from './lines.tsx';
import { pageWords } from './page-words.ts';
import { Chip, PageLink, useIssue, useIssues, type Issue, type Issues } from './shared.tsx';
import { Tiles } from './tiles.tsx';

/** 課題のページ: what speaks for an issue, where it occurs, and what has become of it. */
export function IssuePage() {
  const { id = '' } = useParams({ strict: false });
  const t = useWords(words);
  const { issue: say } = useWords(pageWords);
  const { data: issue, error, refetch } = useIssue(id);
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!issue) return <Loading />;
  const sources = issue.sources.filter(({ cases }) => cases !== 0);
  return (
    <div className="flex flex-col gap-6">
      <Head issue={issue} />
      <Numbers issue={issue} />
      {issue.least !== null && issue.cases === null ? null : (
        <>
          <div className="grid gap-6 md:grid-cols-2">
            <Lines
              title={say.months}
              lines={issue.months.map(({ code, cases }) => {
                const [year = 0, month = 0] = code.split('-').map(Number);
                return { code, cases, name: say.month(year, month) };
              })}
            />
            {sources.length === 0 ? (
              <p className="text-std-16N-170">{say.noSources}</p>
            ) : (
              <Lines
                title={say.sources}
                lines={sources.map((line) => ({ ...line, name: labelOf(t.codes.source, line.code) }))}
              />
            )}
          </div>
          <Tiles areas={issue.areas} />
        </>
      )}
      <Behind issue={issue} />
    </div>
  );
}

function Head({ issue }: { issue: Issue }) {
  const t = useWords(words);
  const { issue: say } = useWords(pageWords);
  const { stamp } = useTime();
  const { data: me } = useMe();
  const { data: all } = useIssues();
  const { id, key, level, area, state, since, lastAt, agendaItem } = issue;
  const from = all?.filter((one) => issue.children.includes(one.id)) ?? [];
  const into = all?.filter((one) => one.id === issue.mergedInto) ?? [];
  const merged = all?.filter((one) => one.mergedInto === id) ?? [];
  const mayRead = (page: string) => me?.pages.includes(page) === true;
  return (
    <div className="flex flex-col gap-2">
      <p className="print:hidden">
        <PageLink to="/issues">←　{say.back}</PageLink>
      </p>
      <PageTitle title={`${area.name}：${themeOf(t, key)}`} />
      <p className="flex flex-wrap items-center gap-3 text-std-16N-170">
        <Chip>{labelOf(t.codes.areaLevel, level)}</Chip>
        <Chip>{labelOf(t.state.regional_issue, state)}</Chip>
        <span>{say.since(stamp(since))}</span>
        {lastAt === null ? null : <span>{say.lastAt(stamp(lastAt))}</span>}
      </p>
      <nav aria-label={say.places} className="flex flex-wrap gap-x-6 print:hidden">
        <CaseLink id={id}>{say.record}</CaseLink>
        {agendaItem === null ? null : <CaseLink id={agendaItem}>{say.agendaItem}</CaseLink>}
        {agendaItem !== null && mayRead('evidence_packs') ? (
          <PageLink to="/evidence" search={{ item: agendaItem }}>
            {say.evidence}
          </PageLink>
        ) : null}
      </nav>
      <Others title={say.mergedInto} issues={into} nameOf={(one) => themeOf(t, one.key)} />
      <Others title={say.mergedFrom} issues={merged} nameOf={(one) => themeOf(t, one.key)} />
      <Others title={say.from} issues={from} nameOf={(one) => one.area.name} />
    </div>
  );
}

function Others({
  title,
  issues,
  nameOf,
}: {
  title: string;
  issues: Issues;
  nameOf: (issue: Issues[number]) => string;
}) {
  if (issues.length === 0) return null;
  return (
    <div className="text-std-16N-170">
      {title}：
      <ul className="flex flex-wrap gap-x-6">
        {issues.map((one) => (
          <li key={one.id}>
            <PageLink to={`/issues/${one.id}/page`}>{nameOf(one)}</PageLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

const CaseLink = ({ id, children }: { id: string; children: string }) => (
  <Link
    to="/cases/$id"
    params={{ id }}
    search={{}}
    className="inline-flex min-h-11 items-center text-key-900 underline"
  >
    {children}
  </Link>
);

/** What is kept back is a word, said once what for. */
function Numbers({ issue }: { issue: Issue }) {
  const { issue: say } = useWords(pageWords);
  const { cases, distinctCases, distinctOrganizations, signals, least } = issue;
  const numbers = [
    { label: say.cases, value: cases },
    { label: say.ever, value: distinctCases },
    { label: say.organizations, value: distinctOrganizations },
    { label: say.signals, value: signals },
  ];
  return (
    <section aria-labelledby="issue-numbers" className="flex flex-col gap-2">
      <h2 id="issue-numbers" className="text-std-18B-160">
        {say.numbers}
      </h2>
      <dl className="grid grid-cols-2 gap-2 md:grid-cols-4">
        {numbers.map(({ label, value }) => (
          <div
            key={label}
            className="flex flex-col justify-between rounded-8 border border-solid-gray-420 bg-white px-3 py-2"
          >
            <dt className="text-dns-14N-130 text-solid-gray-800">{label}</dt>
            <dd className="text-std-20B-150">{value ?? say.hidden}</dd>
          </div>
        ))}
      </dl>
      <p className="text-dns-14N-130 text-solid-gray-800">{say.casesHelp}</p>
      {least === null ? null : (
        <p className="max-w-4xl text-std-16N-170">{cases === null ? say.allHidden(least) : say.hiddenHelp(least)}</p>
      )}
    </section>
  );
}
