import { Link, useNavigate, useSearch, type LinkProps } from '@tanstack/react-router';
import { useMe } from '../../../api/queries.ts';
import { optionsOf, textOf } from '../../../i18n/index.tsx';
import { ButtonLink } from '../../../ui/button.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { addressOf, overlapsOf, useGrid, type Grid, type Level, type Looked } from '../coordinators.ts';
import { useCoordinatorWords } from './coordinator-words.ts';
import { Legend, GridCards, GridTable } from './grid-table.tsx';
import { OverlapNotice } from './overlap-notice.tsx';
import { Posts } from './posts.tsx';

/** 調整役の配置: who coordinates which field at which level, where two overlap and where nobody is (K-01). */
export function CoordinatorsPage() {
  const t = useCoordinatorWords();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const area = textOf(search['area']);
  const { data: grid, error, refetch } = useGrid(area);
  const { data: me } = useMe();
  const asked = textOf(search['level']);
  const level = (Object.hasOwn(t.codes.level, asked) ? asked : 'case') as Level;
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={t.nav.coordinators} />
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!grid && !error ? <Loading /> : null}
      {grid ? (
        <>
          <Appointed grid={grid} id={textOf(search['appointed'])} />
          <div className="flex flex-wrap items-end gap-4">
            <AreaPicker grid={grid} level={level} />
            {me?.commands.includes('AppointCoordinator') ? (
              <ButtonLink look="primary" to={'/coordinators/new' as NonNullable<LinkProps['to']>}>
                {t.command.AppointCoordinator}
              </ButtonLink>
            ) : null}
          </div>
          {grid.posts.length === 0 ? (
            <Notice title={t.grid.none}>
              <p className="text-std-16N-170">{t.grid.noneHelp}</p>
            </Notice>
          ) : null}
          <section aria-labelledby="grid" className="flex flex-col gap-3">
            <h2 id="grid" className="sr-only">
              {t.grid.title}
            </h2>
            <Levels grid={grid} area={area} shown={level} />
            <Legend />
            <GridTable grid={grid} level={level} />
            <GridCards grid={grid} level={level} />
          </section>
          {grid.posts.length > 0 ? <Posts posts={grid.posts} /> : null}
        </>
      ) : null}
    </div>
  );
}

/** That a coordinator has been placed, and whom that overlaps with: it is said above all else, and refuses nothing. */
function Appointed({ grid, id }: { grid: Grid; id: string }) {
  const t = useCoordinatorWords();
  const post = grid.posts.find((one) => one.id === id);
  if (!post) return null;
  const overlaps = overlapsOf(post, grid.posts);
  return (
    <div role="status">
      {overlaps.length > 0 ? (
        <OverlapNotice title={t.appoint.savedWithOverlap} overlaps={overlaps} />
      ) : (
        <Notice look="good" title={t.appoint.saved} />
      )}
    </div>
  );
}

function AreaPicker({ grid, level }: { grid: Grid; level: Level }) {
  const t = useCoordinatorWords();
  const navigate = useNavigate();
  const go = (to: Looked) => void navigate(addressOf(to) as Parameters<typeof navigate>[0]);
  const areas = grid.others.some(({ id }) => id === grid.area.id) ? grid.others : [grid.area, ...grid.others];
  return (
    <label className="flex w-full max-w-96 flex-col gap-1 text-std-16B-170">
      {t.grid.area}
      <select className={inputClass} value={grid.area.id} onChange={({ target }) => go({ area: target.value, level })}>
        {areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** One level at a time: three beside each other would be a wall. What the others lack is said at each. */
function Levels({ grid, area, shown }: { grid: Grid; area: string; shown: Level }) {
  const t = useCoordinatorWords();
  const count = (level: string, state: string) =>
    grid.cells.filter((cell) => cell.level === level && cell.state === state).length;
  return (
    <nav aria-label={t.grid.level}>
      <ul className="flex flex-wrap gap-2">
        {optionsOf(t.codes.level).map(({ value, label }) => (
          <li key={value}>
            <Link
              {...addressOf({ ...(area !== '' && { area }), level: value })}
              aria-current={value === shown ? 'page' : undefined}
              className="flex min-h-11 flex-wrap items-center gap-x-3 rounded-8 border border-solid-gray-600 bg-white px-3 py-1 text-oln-16N-100 hover:bg-key-50 hover:underline aria-[current=page]:border-key-900 aria-[current=page]:font-bold aria-[current=page]:text-key-900"
            >
              {label}
              <span className="text-dns-14N-130 font-normal">
                {t.grid.counts(count(value, 'gap'), count(value, 'overlap'))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
