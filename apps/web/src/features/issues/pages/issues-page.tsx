import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useMe } from '../../../api/queries.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { themeOf } from '../../../i18n/theme.ts';
import { useTime } from '../../../time/use-time.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { filtersOf, fits, GROUPS, groupOf, LEVELS, type Filters } from './filters.ts';
import { pageWords } from './page-words.ts';
import { Chip, PageLink, useIssues, type Issues } from './shared.tsx';

const REGISTER = '/issues' as '/';

/** 地域課題台帳: the issues of one's own areas, the most pressing first. */
export function IssuesPage() {
  const { register: say } = useWords(pageWords);
  const filters = filtersOf(useLocation().search);
  const { data: me } = useMe();
  const { data: issues, error, refetch } = useIssues();
  const found = issues?.filter((issue) => fits(filters, issue)) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={say.title} />
      <p className="max-w-4xl text-std-16N-170">{say.lead}</p>
      {me?.commands.includes('RaiseIssueSignal') ? <PageLink to="/issue-signals/new">{say.raise}</PageLink> : null}
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!issues && !error ? <Loading /> : null}
      {issues && issues.length > 0 ? <Choices filters={filters} issues={issues} /> : null}
      {issues && found.length === 0 ? <Nothing filtered={issues.length > 0} /> : null}
      {found.length > 0 ? (
        <>
          <p role="status" className="text-dns-14N-130 text-solid-gray-700">
            {say.shown(found.length)}
          </p>
          <AtADesk issues={found} />
          <OnAPhone issues={found} />
          {found.some(({ distinctCases }) => distinctCases === null) ? (
            <p className="max-w-4xl text-dns-14N-130 text-solid-gray-800">{say.hiddenHelp}</p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** Groups that the reader never sees one of are not offered. */
function Choices({ filters, issues }: { filters: Filters; issues: Issues }) {
  const t = useWords(words);
  const { register: say } = useWords(pageWords);
  const navigate = useNavigate();
  const { state: chosen, level } = filters;
  const there = GROUPS.filter((group) => group === chosen || issues.some(({ state }) => groupOf(state) === group));
  const kept = level === undefined ? {} : { level };
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      <nav aria-label={say.states} className="flex flex-wrap gap-2">
        {[undefined, ...there].map((group) => (
          <Link
            key={group ?? 'every'}
            to={REGISTER}
            search={(group === undefined ? kept : { ...kept, state: group }) as never}
            aria-current={group === chosen ? 'true' : undefined}
            className={buttonClass({ look: group === chosen ? 'primary' : 'secondary' })}
          >
            {group === undefined ? say.every : say.groups[group]}
          </Link>
        ))}
      </nav>
      <label className="inline-flex items-center gap-2 text-oln-14N-100">
        {say.level}
        <select
          value={level ?? ''}
          onChange={({ target: { value } }) => {
            const state = chosen === undefined ? {} : { state: chosen };
            void navigate({ to: REGISTER, search: (value === '' ? state : { ...state, level: value }) as never });
          }}
          className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2 text-std-16N-170"
        >
          <option value="">{say.every}</option>
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {labelOf(t.codes.areaLevel, one)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { register: say } = useWords(pageWords);
  return (
    <div className="flex max-w-4xl flex-col items-start gap-3 rounded-8 border border-solid-gray-420 bg-white px-4 py-6">
      <p className="text-std-17B-170">{filtered ? say.noneFiltered : say.none}</p>
      {filtered ? <PageLink to={REGISTER}>{say.clear}</PageLink> : <p className="text-std-16N-170">{say.thresholds}</p>}
    </div>
  );
}

function AtADesk({ issues }: { issues: Issues }) {
  const t = useWords(words);
  const { register: say } = useWords(pageWords);
  const { stamp } = useTime();
  return (
    <table className="hidden w-full border-collapse bg-white text-std-16N-170 md:table">
      <caption className="sr-only">{say.caption}</caption>
      <thead>
        <tr className="border-y border-solid-gray-420 text-left text-dns-14N-130">
          {[say.area, say.issue, say.state, say.cases, say.organizations, say.last].map((name) => (
            <th key={name} scope="col" className="px-2 py-1 font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => (
          <tr key={issue.id} className="border-b border-solid-gray-200">
            <td className="px-2 py-1">
              {issue.area.name}
              <span className="ml-2 text-dns-14N-130 text-solid-gray-700">
                {labelOf(t.codes.areaLevel, issue.level)}
              </span>
            </td>
            <th scope="row" className="px-2 py-1 text-left font-normal">
              <PageLink to={`/issues/${issue.id}/page`}>{themeOf(t, issue.key)}</PageLink>
            </th>
            <td className="px-2 py-1">{labelOf(t.state.regional_issue, issue.state)}</td>
            <td className="px-2 py-1 tabular-nums">{issue.distinctCases ?? say.hidden}</td>
            <td className="px-2 py-1 tabular-nums">{issue.distinctOrganizations ?? '－'}</td>
            <td className="px-2 py-1">{issue.lastAt === null ? '－' : stamp(issue.lastAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OnAPhone({ issues }: { issues: Issues }) {
  const t = useWords(words);
  const { register: say } = useWords(pageWords);
  const { stamp } = useTime();
  return (
    <ul className="flex flex-col gap-2 md:hidden">
      {issues.map((issue) => (
        <li key={issue.id} className="rounded-8 border border-solid-gray-420 bg-white px-4 py-2">
          <PageLink to={`/issues/${issue.id}/page`}>
            {issue.area.name}：{themeOf(t, issue.key)}
          </PageLink>
          <p className="flex flex-wrap items-center gap-2 text-dns-14N-130">
            <Chip>{labelOf(t.state.regional_issue, issue.state)}</Chip>
            <Chip>{labelOf(t.codes.areaLevel, issue.level)}</Chip>
            <span>
              {say.cases}：{issue.distinctCases ?? say.hidden}
            </span>
            {issue.lastAt === null ? null : (
              <span>
                {say.last}：{stamp(issue.lastAt)}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
