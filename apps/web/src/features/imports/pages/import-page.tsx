import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call, get, meant, remove } from '../../../api/client.ts';
import { useMe } from '../../../api/queries.ts';
import { useLanguage, useText } from '../../../i18n/index.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed, Refused } from '../../../ui/problem.tsx';
import { Columns } from './columns.tsx';
import { Faults } from './faults.tsx';
import { useImportWords } from './page-words.ts';

export type Shown = Awaited<ReturnType<typeof get<'/api/v1/imports/{import}'>>>;

const BUSY: readonly string[] = ['READING', 'CHECKING', 'IMPORTING', 'UNDOING'];
/** While a worker is at it, how far it is is asked for so often. */
const ASK_MS = 500;

/** One import, from its columns to its result. */
export function ImportPage({ id }: { id: string }) {
  const t = useImportWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const key = ['imports', id];
  const {
    data: shown,
    error,
    refetch,
  } = useQuery({
    queryKey: key,
    queryFn: () => get('/api/v1/imports/{import}', { import: id }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && BUSY.includes(data.state) ? ASK_MS : false),
  });
  const doing = useMutation({
    mutationFn: ({ what, body }: { what: string; body?: object }) =>
      call('PUT', `/api/v1/imports/${id}/${what}`, {
        headers: { ...meant(), ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const discarding = useMutation({
    mutationFn: (_another: boolean) => remove('/api/v1/imports/{import}', { import: id }),
    onSuccess: (_gone, another) =>
      navigate({ to: '/imports' as '/', ...(another && shown && { search: { target: shown.target } as never }) }),
  });
  const give = (what: string, body?: object) => doing.mutate({ what, ...(body && { body }) });

  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={shown ? `${t.title}：${t.target[shown.target]}` : t.title} />
      <div>
        <ButtonLink look="plain" to={'/imports' as '/'}>
          {t.back}
        </ButtonLink>
      </div>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!shown && !error ? <Loading /> : null}
      {shown ? <Standing shown={shown} /> : null}
      {doing.error ? <Refused problem={doing.error} /> : null}
      {discarding.error ? <Refused problem={discarding.error} /> : null}
      {shown ? <Doing shown={shown} give={give} busy={doing.isPending} discard={discarding.mutate} /> : null}
    </div>
  );
}

/** How far it is, and what came of it. */
function Standing({ shown }: { shown: Shown }) {
  const t = useImportWords();
  const { language } = useLanguage();
  const { data: me } = useMe();
  const { comma } = useText().app;
  const { state, percent, refusal, content, userId } = shown;
  if (BUSY.includes(state))
    return (
      <div role="status" className="flex max-w-2xl flex-col gap-2">
        <p className="text-std-16B-170">
          {t.state[state]}　{t.percent(percent)}
        </p>
        <progress className="h-4 w-full accent-key-900" max={100} value={percent} aria-label={t.state[state]} />
        <p className="text-std-16N-170">{t.busyHelp}</p>
      </div>
    );
  const isOver = state === 'DONE' || state === 'UNDONE';
  return (
    <div role="status" className="flex max-w-4xl flex-col gap-3">
      {refusal ? (
        <Notice look="bad" title={t.state[state]}>
          <p className="text-std-16N-170">{refusal[language]}</p>
        </Notice>
      ) : null}
      {isOver ? (
        <Notice look={state === 'DONE' ? 'good' : 'info'} title={t.state[state]}>
          <Counts shown={shown} />
          <p className="text-std-16N-170">{t.gone}</p>
          {state === 'DONE' && me ? <Next target={shown.target} pages={me.pages} /> : null}
        </Notice>
      ) : null}
      {userId !== me?.userId && !isOver ? <p className="text-std-16N-170">{t.ofOthers}</p> : null}
      {content ? (
        <p className="text-std-16N-170">
          {content.name === '' ? '' : `${t.fileOf(content.name)}　`}
          {t.readAs(content.encoding, content.sheet, t.rows(shown.rows))}
        </p>
      ) : null}
      {content && content.unreadSheets.length > 0 ? (
        <Notice look="warning" title={t.unreadSheets(content.unreadSheets.join(comma))} />
      ) : null}
    </div>
  );
}

/** What an import is followed by, for whoever may go there. */
function Next({ target, pages }: { target: Shown['target']; pages: readonly string[] }) {
  const t = useImportWords();
  const ways = [
    ...(target === 'staff' && pages.includes('people') ? [{ to: '/people', label: t.next.people }] : []),
    ...(pages.includes('set_up') ? [{ to: '/setup', label: t.next.setUp }] : []),
    { to: '/imports', label: t.next.another },
  ];
  return (
    <p className="flex flex-wrap gap-x-6">
      {ways.map(({ to, label }) => (
        <Link key={to} to={to as '/'} className="inline-flex min-h-11 items-center text-key-900 underline">
          {label}
        </Link>
      ))}
    </p>
  );
}

export function Counts({ shown: { made, changed, same, skipped } }: { shown: Shown }) {
  const t = useImportWords();
  return (
    <ul className="flex flex-wrap gap-x-6 text-std-16N-170">
      <li>{t.made(made)}</li>
      <li>{t.changed(changed)}</li>
      <li>{t.sameCount(same)}</li>
      {skipped > 0 ? <li>{t.skipped(skipped)}</li> : null}
    </ul>
  );
}

interface DoingProps {
  shown: Shown;
  give: (what: string, body?: object) => void;
  busy: boolean;
  /** Away with the file; `another`: for one that takes its place. */
  discard: (another: boolean) => void;
}

function Doing({ shown, give, busy, discard }: DoingProps) {
  const t = useImportWords();
  const { state, content, undoable } = shown;
  if (undoable) return <Undoing undo={() => give('undoing')} />;
  if (!content) return state === 'UNREADABLE' || state === 'FAILED' ? <Again discard={discard} /> : null;
  if (state !== 'MAPPED' && state !== 'CHECKED') return null;
  const isFine = state === 'CHECKED' && shown.faults === 0;
  const isSomething = shown.made + shown.changed > 0;
  return (
    <>
      {isFine ? (
        <section className="flex max-w-4xl flex-col gap-3">
          <Notice look="good" title={t.fine}>
            <Counts shown={shown} />
            <p className="text-std-16N-170">{isSomething ? t.runHelp : t.nothing}</p>
          </Notice>
          {isSomething ? (
            <div>
              <Button look="primary" size="large" busy={busy} onClick={() => give('run')}>
                {t.run}
              </Button>
            </div>
          ) : null}
        </section>
      ) : null}
      {state === 'CHECKED' && !isFine ? (
        <Faults shown={shown} busy={busy} check={(decisions) => give('check', { decisions })}>
          <Again discard={discard} />
        </Faults>
      ) : null}
      <Columns
        target={shown.target}
        content={content}
        map={(columns) => give('columns', { columns })}
        check={state === 'MAPPED' ? () => give('check', {}) : undefined}
        busy={busy}
      />
      {state === 'CHECKED' && !isFine ? null : <Again discard={discard} />}
    </>
  );
}

/** A mended file takes the place of this one: a list of files that wait for nothing helps nobody. */
function Again({ discard }: Pick<DoingProps, 'discard'>) {
  const t = useImportWords();
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => discard(true)}>{t.again}</Button>
      <Button look="danger" onClick={() => discard(false)}>
        {t.discard}
      </Button>
    </div>
  );
}

function Undoing({ undo }: { undo: () => void }) {
  const t = useImportWords();
  const [sure, setSure] = useState(false);
  return (
    <section className="flex max-w-4xl flex-col items-start gap-2">
      <p className="text-std-16N-170">{t.undoHelp}</p>
      {sure ? (
        <div className="flex flex-wrap gap-3">
          <Button look="danger" onClick={undo}>
            {t.undoSure}
          </Button>
          <Button onClick={() => setSure(false)}>{t.keep}</Button>
        </div>
      ) : (
        <Button onClick={() => setSure(true)}>{t.undo}</Button>
      )}
    </section>
  );
}
