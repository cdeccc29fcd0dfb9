import { labelOf, optionsOf, useText } from '../../../i18n/index.tsx';
import type { Cell, Grid, Level } from '../coordinators.ts';
import { useCoordinatorWords } from './coordinator-words.ts';

type State = Cell['state'];

/** Each by its shape, its border and its word, and only then by its color. */
const LOOKS: Record<State, { box: string; icon: string; shape: string }> = {
  covered: {
    box: 'border-transparent',
    icon: 'text-success-2',
    shape: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  },
  overlap: {
    box: 'border-warning-orange-2 bg-orange-50 text-orange-1000',
    icon: 'text-warning-orange-2',
    shape: 'M8 1 15.5 14.5H.5Z',
  },
  gap: {
    box: 'border-dashed border-solid-gray-600 bg-solid-gray-50',
    icon: 'text-solid-gray-700',
    shape: 'M2 2h12v12H2Zm2 2v8h8V4Z',
  },
};

function Mark({ state }: { state: State }) {
  const t = useCoordinatorWords();
  const { icon, shape } = LOOKS[state];
  return (
    <span className="inline-flex shrink-0 items-center gap-1 self-start whitespace-nowrap">
      <svg aria-hidden="true" viewBox="0 0 16 16" className={`size-3.5 shrink-0 fill-current ${icon}`}>
        <path d={shape} fillRule="evenodd" />
      </svg>
      <span className={state === 'covered' ? 'sr-only' : 'text-dns-14B-130'}>{t.grid[state]}</span>
    </span>
  );
}

export function Legend() {
  const t = useCoordinatorWords();
  return (
    <ul aria-label={t.grid.legend} className="flex flex-wrap gap-x-6 gap-y-1 text-dns-14N-130">
      <li className="inline-flex items-center gap-1">
        <Mark state="covered" />
        {t.grid.covered}
      </li>
      <li className="inline-flex items-center gap-2">
        <Mark state="overlap" />
        {t.grid.overlapHelp}
      </li>
      <li className="inline-flex items-center gap-2">
        <Mark state="gap" />
        {t.grid.gapHelp}
      </li>
    </ul>
  );
}

/** Who it is, and for which larger area where it is one of those. */
function Holders({ grid, cell }: { grid: Grid; cell: Cell }) {
  const t = useCoordinatorWords();
  const posts = grid.posts.filter(({ id }) => cell.posts.includes(id));
  return (
    <ul className="flex flex-col gap-1">
      {posts.map(({ id, user, area }) => (
        <li key={id}>
          {user.name}
          {area.id === cell.area ? null : <span className="block text-solid-gray-700">{t.grid.around(area.name)}</span>}
        </li>
      ))}
    </ul>
  );
}

const cellAt = (grid: Grid, area: string, field: string, level: Level): Cell | undefined =>
  grid.cells.find((cell) => cell.area === area && cell.field === field && cell.level === level);

/** 圏域 × 分野, at a desk. */
export function GridTable({ grid, level }: { grid: Grid; level: Level }) {
  const t = useCoordinatorWords();
  const fields = optionsOf(t.codes.fields);
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={labelOf(t.codes.level, level)}
      className="hidden overflow-x-auto md:block"
      data-grid
    >
      <table className="w-full min-w-240 table-fixed border-collapse bg-white text-dns-14N-130">
        <caption className="pb-2 text-left text-std-16N-170">{t.grid.intro}</caption>
        <thead>
          <tr className="border-y border-solid-gray-420">
            <th scope="col" className="sticky inset-x-0 bg-white px-2 py-2 text-left font-bold">
              {t.grid.municipality}
            </th>
            {fields.map(({ value, label }) => (
              <th key={value} scope="col" className="px-2 py-2 text-left font-bold">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.areas.map(({ id, name }) => (
            <tr key={id} className="border-b border-solid-gray-420 align-top">
              <th scope="row" className="sticky inset-x-0 bg-white px-2 py-2 text-left font-bold">
                {name}
              </th>
              {fields.map(({ value }) => {
                const cell = cellAt(grid, id, value, level);
                return (
                  <td key={value} className="px-1 py-1">
                    {cell ? <GridBox grid={grid} cell={cell} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridBox({ grid, cell }: { grid: Grid; cell: Cell }) {
  const { state } = cell;
  return (
    <div
      data-cell={state}
      className={`flex gap-1 rounded-8 border-2 px-1 py-1 ${state === 'covered' ? '' : 'flex-col'} ${LOOKS[state].box}`}
    >
      <Mark state={state} />
      {state === 'gap' ? null : <Holders grid={grid} cell={cell} />}
    </div>
  );
}

/** The same on a phone: each municipality with whoever is there, and its gaps in one line. */
export function GridCards({ grid, level }: { grid: Grid; level: Level }) {
  const t = useCoordinatorWords();
  const { app } = useText();
  const fields = optionsOf(t.codes.fields);
  return (
    <ul className="flex flex-col gap-3 md:hidden" data-grid-cards>
      {grid.areas.map(({ id, name }) => {
        const cells = fields.flatMap(({ value, label }) => {
          const cell = cellAt(grid, id, value, level);
          return cell ? [{ label, cell }] : [];
        });
        const gaps = cells.filter(({ cell }) => cell.state === 'gap');
        return (
          <li key={id} className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 bg-white p-3">
            <h3 className="text-std-17B-170">{name}</h3>
            <dl className="flex flex-col gap-2 text-dns-16N-130 empty:hidden">
              {cells
                .filter(({ cell }) => cell.state !== 'gap')
                .map(({ label, cell }) => (
                  <div
                    key={cell.field}
                    className={`flex flex-col gap-1 rounded-8 border-2 p-2 ${LOOKS[cell.state].box}`}
                  >
                    <dt className="flex flex-wrap items-center gap-x-2 font-bold">
                      {label}
                      <Mark state={cell.state} />
                    </dt>
                    <dd>
                      <Holders grid={grid} cell={cell} />
                    </dd>
                  </div>
                ))}
            </dl>
            {gaps.length > 0 ? (
              <p className={`rounded-8 border-2 p-2 text-dns-16N-130 ${LOOKS.gap.box}`}>
                <Mark state="gap" /> {gaps.map(({ label }) => label).join(app.comma)}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
