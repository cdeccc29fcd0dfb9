import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { textOf } from '../../../i18n/index.tsx';
import { useNow } from '../../../live/live.tsx';
import { dayOf } from '../../../time/moments.ts';
import { useTime } from '../../../time/use-time.ts';
import { inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import {
  addressOf,
  labelOfCell,
  periodOf,
  useCasesBehind,
  useMonth,
  useMonths,
  type Looked,
  type Month,
} from '../month.ts';
import { useReportWords } from './page-words.ts';
import { ReportState } from './report-state.tsx';
import { Matrix, Tables } from './tables.tsx';

/** 月次集計 (C10): a desk's month in numbers, each of which leads to its consultations, and its report. */
export function MonthPage() {
  const t = useReportWords();
  const thisMonth = dayOf(useNow()).slice(0, 7);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { data: months, error, refetch } = useMonths();
  const asked = { desk: textOf(search['desk']), month: textOf(search['month']) };
  const ofDesk = months?.filter(({ desk }) => asked.desk === '' || desk.id === asked.desk) ?? [];
  // The last month that is over is the one to be reported.
  const shown = ofDesk.find(({ month }) => month < thisMonth) ?? ofDesk[0];
  const desk = asked.desk === '' ? (shown?.desk.id ?? '') : asked.desk;
  const month = asked.month === '' ? (shown?.month ?? '') : asked.month;
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={t.page.title} />
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!months && !error ? <Loading /> : null}
      {months?.length === 0 ? <Notice title={t.page.nothing} /> : null}
      {months && months.length > 0 ? <Picker {...{ months, desk, month }} /> : null}
      {desk === '' || month === '' ? null : (
        <Figures {...{ desk, month }} by={textOf(search['by'])} code={textOf(search['code'])} />
      )}
    </div>
  );
}

function Picker({
  months,
  desk,
  month,
}: {
  months: readonly {
    readonly desk: { readonly id: string; readonly name: string };
    readonly month: string;
    readonly state: string | null;
  }[];
  desk: string;
  month: string;
}) {
  const t = useReportWords();
  const navigate = useNavigate();
  const go = (to: Looked) => void navigate(addressOf(to) as Parameters<typeof navigate>[0]);
  const desks = new Map(months.map((one) => [one.desk.id, one.desk.name]));
  const state = (code: string | null) =>
    code === null ? '' : `（${(t.state.activity_report as Readonly<Record<string, string>>)[code] ?? code}）`;
  return (
    <div className="flex flex-wrap gap-4 print:hidden">
      {desks.size > 1 ? (
        <label className="flex flex-col gap-1 text-std-16B-170">
          {t.page.desk}
          <select className={inputClass} value={desk} onChange={({ target }) => go({ desk: target.value })}>
            {[...desks].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="flex flex-col gap-1 text-std-16B-170">
        {t.page.month}
        <select className={inputClass} value={month} onChange={({ target }) => go({ desk, month: target.value })}>
          {months
            .filter((one) => one.desk.id === desk)
            .map((one) => (
              <option key={one.month} value={one.month}>
                {t.unit.period(periodOf(one.month))}
                {state(one.state)}
              </option>
            ))}
        </select>
      </label>
    </div>
  );
}

function Figures({ desk, month, by, code }: { desk: string; month: string; by: string; code: string }) {
  const t = useReportWords();
  const { data, error, refetch } = useMonth(desk, month);
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <section className="flex flex-col gap-1">
        <h2 className="text-std-20B-150">
          {t.unit.period(periodOf(month))}　{data.desk.name}　{t.page.total(data.total)}
        </h2>
        <p className="text-dns-14N-130 text-solid-gray-800">{t.page.basis}</p>
      </section>
      <ReportState month={data} />
      {by === '' || code === '' ? null : <Behind month={data} by={by} code={code} />}
      <Tables month={data} />
      {data.matrix.length > 0 ? <Matrix month={data} /> : null}
    </>
  );
}

/** The consultations behind a number, as far as the reader may open them. */
function Behind({ month, by, code }: { month: Month; by: string; code: string }) {
  const t = useReportWords();
  const { day } = useTime();
  const { data, error, refetch } = useCasesBehind(month.desk.id, month.month, by, code);
  const cell = month.tables.find((table) => table.by === by)?.cells.find((one) => one.code === code);
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const label = labelOfCell(t, by, cell ?? { code, name: null });
  return (
    <section aria-labelledby="behind" data-behind className="rounded-8 border-2 border-key-900 bg-white p-4">
      <h2 id="behind" className="text-std-17B-170">
        {t.page.cases(label, data.cases.length + data.hidden)}
      </h2>
      <ul className="columns-1 gap-4 md:columns-3">
        {data.cases.map(({ id, receivedOn }) => (
          <li key={id}>
            <Link
              to="/cases/$id"
              params={{ id }}
              search={{}}
              className="inline-flex min-h-11 items-center text-key-900 underline"
            >
              {day(receivedOn)}
            </Link>
          </li>
        ))}
      </ul>
      {data.hidden > 0 ? <p className="text-std-16N-170">{t.page.hidden(data.hidden)}</p> : null}
      <Link
        {...addressOf({ desk: month.desk.id, month: month.month })}
        className="inline-flex min-h-11 items-center text-key-900 underline print:hidden"
      >
        {t.page.close}
      </Link>
    </section>
  );
}
