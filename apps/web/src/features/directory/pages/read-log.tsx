import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { get } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';
import type { Pair, Widened } from '../../../i18n/dictionary.ts';
import { labelOf, useText, useWords } from '../../../i18n/index.tsx';
import { useNow } from '../../../live/live.tsx';
import { dayOf } from '../../../time/moments.ts';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';

/** What the page says: nobody else fetches it. */
const ja = {
  title: '閲覧の記録',
  intro:
    '誰が、いつ、何のために、どの方の情報を見たかの記録です。氏名は出しません。この画面を開いたことも記録されます。',
  views: { looks: '記録を見る', person: '一人の方について誰が見たか', month: '月次の点検' },
  about: '本人または案件の番号',
  reader: '見た人の番号',
  day: '日',
  month: '月',
  purpose: '目的',
  show: '表示する',
  more: '続きを見る',
  none: '当てはまる記録はありません。',
  print: '印刷する',
  askPerson: '本人の番号を入れてください。',
  at: '日時',
  who: '見た人',
  organization: '所属（当時）',
  outcome: '結果',
  records: '件数',
  session: 'セッション',
  persons: '見た方の数',
  outOfRelation: '関わりのない方',
  atNight: '夜間（22〜6時）',
  refused: '拒否',
  exported: '持ち出し',
  looks: '閲覧',
  system: 'システム',
  only: (reader: string) => `${reader}の記録だけを見る`,
  outcomes: {
    read: '閲覧',
    searched: '検索',
    exported: '持ち出し',
    refused: '拒否',
    removed: '保存期間の経過による削除',
  },
  purposes: {
    board: '一覧画面',
    timeline: '案件の経過',
    choose_patient: '患者の選択',
    search: '検索',
    messages: 'お知らせ',
    list: '案件の一覧',
    cases: '案件の一覧',
    draft: '下書き',
    check_narrative: '要旨の確認',
    registered_already: '登録の重なりの確認',
    read_log: '閲覧の記録',
    who_saw: '誰が見たか',
    monthly_review: '月次の点検',
    retention: '保存期間',
    emergency_review: '緊急閲覧の点検',
    patient_page: '本人の画面',
    showTimeline: '案件の経過',
  } as Record<string, string>,
  find: '生年月日とふりがなで探した',
  emergency: '緊急閲覧',
};
const en: Widened<typeof ja> = {
  title: 'Looks on record',
  intro:
    'Who looked at whose information, when and for what. No names of persons are shown. That you opened this page is recorded, too.',
  views: { looks: 'The record', person: 'Who saw one person', month: 'Monthly review' },
  about: 'Id of the person or the case',
  reader: 'Id of the reader',
  day: 'Day',
  month: 'Month',
  purpose: 'Purpose',
  show: 'Show',
  more: 'Show more',
  none: 'Nothing on record fits.',
  print: 'Print',
  askPerson: 'Give the id of the person.',
  at: 'When',
  who: 'Reader',
  organization: 'Institution at that time',
  outcome: 'Outcome',
  records: 'Records',
  session: 'Session',
  persons: 'Persons seen',
  outOfRelation: 'Out of relation',
  atNight: 'At night (22–6)',
  refused: 'Refused',
  exported: 'Taken away',
  looks: 'Looks',
  system: 'System',
  only: (reader: string) => `Only what ${reader} looked at`,
  outcomes: {
    read: 'Read',
    searched: 'Looked for',
    exported: 'Taken away',
    refused: 'Refused',
    removed: 'Removed by age',
  },
  purposes: {
    board: 'Board',
    timeline: 'Timeline of a case',
    choose_patient: 'Choice of a patient',
    search: 'Search',
    messages: 'Messages',
    list: 'List of cases',
    cases: 'List of cases',
    draft: 'Draft',
    check_narrative: 'Check of a narrative',
    registered_already: 'Check for a double registration',
    read_log: 'Looks on record',
    who_saw: 'Who saw a person',
    monthly_review: 'Monthly review',
    retention: 'Retention',
    emergency_review: 'Review of emergency looks',
    patient_page: 'Page of a person',
    showTimeline: 'Timeline of a case',
  },
  find: 'Looked for by birth date and reading',
  emergency: 'Emergency look',
};
const words: Pair<Widened<typeof ja>> = { ja, en };

type Look = Read<'/api/v1/read-log'>['looks'][number];
type View = keyof typeof ja.views;
const VIEWS: readonly View[] = ['looks', 'person', 'month'];

function useSaid() {
  const t = useWords(words);
  const { role } = useText();
  return {
    t,
    purpose: (code: string) => {
      if (code.startsWith('find_patient:')) return t.find;
      return code.startsWith('emergency_look:') ? t.emergency : (t.purposes[code] ?? code);
    },
    outcome: (code: string) => labelOf(t.outcomes, code),
    reader: ({ name, role: of }: Look['reader']) =>
      of === 'system' ? t.system : [name, labelOf(role, of)].filter(Boolean).join('・'),
  };
}

/** 閲覧の記録: for the administrator, and for the officer of a municipality. */
export function ReadLogPage() {
  const { t } = useSaid();
  const [view, show] = useState<View>('looks');
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={t.title} />
      <p className="text-std-16N-170 print:hidden">{t.intro}</p>
      <div className="flex flex-wrap gap-2 print:hidden">
        {VIEWS.map((name) => (
          <Button
            key={name}
            look={view === name ? 'primary' : 'secondary'}
            aria-pressed={view === name}
            onClick={() => show(name)}
          >
            {t.views[name]}
          </Button>
        ))}
      </div>
      {view === 'looks' ? <TheRecord /> : null}
      {view === 'person' ? <WhoSaw /> : null}
      {view === 'month' ? <Month /> : null}
    </div>
  );
}

const NO_FILTER = { about: '', reader: '', day: '', purpose: '' };
const given = (filter: typeof NO_FILTER) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value.trim() !== ''));

function TheRecord() {
  const { t, purpose, outcome, reader } = useSaid();
  const { stamp } = useTime();
  const [typed, type] = useState(NO_FILTER);
  const [filter, look] = useState(NO_FILTER);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['read-log', filter],
    queryFn: ({ pageParam }) => get('/api/v1/read-log', { ...given(filter), after: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const looks = data?.pages.flatMap((page) => page.looks);
  return (
    <>
      <form
        className="grid gap-3 md:grid-cols-5 md:items-end"
        onSubmit={(event) => {
          event.preventDefault();
          look(typed);
        }}
      >
        {(['about', 'reader', 'day', 'purpose'] as const).map((name) => (
          <Filter
            key={name}
            name={name}
            label={t[name]}
            value={typed[name]}
            type={name === 'day' ? 'date' : 'text'}
            set={(value) => type((before) => ({ ...before, [name]: value }))}
          />
        ))}
        <Button type="submit" look="primary">
          {t.show}
        </Button>
      </form>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!looks && !error ? <Loading /> : null}
      {looks?.length === 0 ? <p className="text-std-16N-170">{t.none}</p> : null}
      {looks && looks.length > 0 ? (
        <Table heads={[t.at, t.who, t.organization, t.purpose, t.outcome, t.about, t.records]}>
          {looks.map((one) => (
            <tr key={one.id} className="border-t border-solid-gray-420">
              <Cell>
                <time dateTime={one.at}>{stamp(one.at)}</time>
              </Cell>
              <Cell>{reader(one.reader)}</Cell>
              <Cell>{one.reader.organization}</Cell>
              <Cell>{purpose(one.purpose)}</Cell>
              <Cell>{outcome(one.outcome)}</Cell>
              <Cell>
                <span className="break-all text-dns-14N-130">{one.about ?? ''}</span>
              </Cell>
              <Cell>{one.records}</Cell>
            </tr>
          ))}
        </Table>
      ) : null}
      {hasNextPage ? (
        <div>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** A sheet for the person or the family: no look of an auditor tells who the person is, so that it is handed out with the name by hand. */
function WhoSaw() {
  const { t, purpose, outcome, reader } = useSaid();
  const { stamp } = useTime();
  const [typed, type] = useState('');
  const [patient, look] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['who-saw', patient],
    queryFn: () => get('/api/v1/read-log/patients/{patient}', { patient }),
    enabled: patient !== '',
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <>
      <form
        className="flex flex-wrap items-end gap-3 print:hidden"
        onSubmit={(event) => {
          event.preventDefault();
          look(typed.trim());
        }}
      >
        <div className="w-full max-w-xl">
          <Filter name="patient" label={t.about} value={typed} type="text" set={type} />
        </div>
        <Button type="submit" look="primary">
          {t.show}
        </Button>
        {data ? <Button onClick={() => window.print()}>{t.print}</Button> : null}
      </form>
      {patient === '' ? <p className="text-std-16N-170">{t.askPerson}</p> : null}
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {data?.rows.length === 0 ? <p className="text-std-16N-170">{t.none}</p> : null}
      {data && data.rows.length > 0 ? (
        <section aria-label={t.views.person}>
          <h2 className="text-std-20B-150">{t.views.person}</h2>
          <Table heads={[t.day, t.who, t.organization, t.purpose, t.outcome, t.looks, t.at]}>
            {data.rows.map((row) => (
              <tr
                key={`${row.day}${row.reader.id}${row.purpose}${row.outcome}`}
                className="border-t border-solid-gray-420"
              >
                <Cell>{row.day}</Cell>
                <Cell>{reader(row.reader)}</Cell>
                <Cell>{row.reader.organization}</Cell>
                <Cell>{purpose(row.purpose)}</Cell>
                <Cell>{outcome(row.outcome)}</Cell>
                <Cell>{row.looks}</Cell>
                <Cell>{stamp(row.lastAt)}</Cell>
              </tr>
            ))}
          </Table>
        </section>
      ) : null}
    </>
  );
}

function Month() {
  const { t, reader } = useSaid();
  const [month, choose] = useState(dayOf(useNow()).slice(0, 7));
  const { data, error, refetch } = useQuery({
    queryKey: ['looks-of-month', month],
    queryFn: () => get('/api/v1/read-log/months/{month}', { month }),
    enabled: /^\d{4}-\d{2}$/.test(month),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <>
      <div className="flex flex-wrap items-end gap-3 print:hidden">
        <Filter name="month" label={t.month} value={month} type="month" set={choose} />
        {data ? <Button onClick={() => window.print()}>{t.print}</Button> : null}
      </div>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.readers.length === 0 ? <p className="text-std-16N-170">{t.none}</p> : null}
      {data && data.readers.length > 0 ? (
        <section aria-label={t.views.month}>
          <h2 className="text-std-20B-150">{`${t.views.month} ${data.month}`}</h2>
          <Table heads={[t.who, t.organization, t.outOfRelation, t.atNight, t.refused, t.exported, t.looks, t.persons]}>
            {data.readers.map((one) => (
              <tr
                key={`${one.reader.id}${one.reader.role}${one.reader.organization}`}
                className="border-t border-solid-gray-420"
              >
                <Cell>{reader(one.reader)}</Cell>
                <Cell>{one.reader.organization}</Cell>
                <Cell>{one.outOfRelation}</Cell>
                <Cell>{one.atNight}</Cell>
                <Cell>{one.refused}</Cell>
                <Cell>{one.exported}</Cell>
                <Cell>{one.looks}</Cell>
                <Cell>{one.persons}</Cell>
              </tr>
            ))}
          </Table>
        </section>
      ) : null}
    </>
  );
}

function Filter({
  name,
  label,
  value,
  type,
  set,
}: {
  name: string;
  label: string;
  value: string;
  type: 'text' | 'date' | 'month';
  set: (value: string) => void;
}) {
  return (
    <Field name={`looks.${name}`} label={label}>
      {(control) => (
        <input
          {...control}
          type={type}
          autoComplete="off"
          value={value}
          onChange={({ target }) => set(target.value)}
          className={inputClass}
        />
      )}
    </Field>
  );
}

function Table({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    // Wide on a telephone: it is moved sideways by finger or key, and the page is not.
    <div className="overflow-x-auto rounded-8 border border-solid-gray-420 bg-white" tabIndex={0} role="group">
      <table className="w-full min-w-180 text-left text-dns-16N-130">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-dns-14N-130 whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

const Cell = ({ children }: { children: ReactNode }) => <td className="px-3 py-2 align-top">{children}</td>;
