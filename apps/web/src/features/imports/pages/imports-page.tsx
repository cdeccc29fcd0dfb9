import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call, get, meant, newKey } from '../../../api/client.ts';
import { useMe } from '../../../api/queries.ts';
import { useLanguage, useText } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field, FieldGroup, inputClass } from '../../../ui/field.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed, Refused } from '../../../ui/problem.tsx';
import { ImportPage } from './import-page.tsx';
import { fieldIn, useImportWords } from './page-words.ts';

type Listing = Awaited<ReturnType<typeof get<'/api/v1/imports'>>>;
type Target = Listing['targets'][number];

/** 一覧の取り込み: choose a list and a file, or the import that the address names. */
export function ImportsPage() {
  const { search } = useLocation();
  const { id, target } = search as { id?: string; target?: string };
  return id === undefined ? <AllImports key={target} wanted={target} /> : <ImportPage id={id} />;
}

function AllImports({ wanted }: { wanted: string | undefined }) {
  const t = useImportWords();
  const {
    data: all,
    error,
    refetch,
  } = useQuery({ queryKey: ['imports'], queryFn: () => get('/api/v1/imports'), staleTime: 0 });
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageTitle title={t.title} />
      <p className="text-std-16N-170">{t.lead}</p>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!all && !error ? <Loading /> : null}
      {all ? <Upload forms={all.forms} wanted={wanted} /> : null}
      {all ? <Earlier imports={all.imports} /> : null}
    </div>
  );
}

/** Where somebody lives or works is said by one of the two. */
const PLACE = ['municipality', 'address'];
const PLACED: readonly Target[] = ['organizations', 'patients'];

function Upload({ forms, wanted }: { forms: Listing['forms']; wanted: string | undefined }) {
  const t = useImportWords();
  const navigate = useNavigate();
  const [target, setTarget] = useState<Target | undefined>(
    () => (forms.length === 1 ? forms[0] : forms.find((form) => form.target === wanted))?.target,
  );
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [lacks, setLacks] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  async function send() {
    setLacks(!file || !target);
    if (!file || !target || busy) return;
    setBusy(true);
    setProblem(undefined);
    const id = newKey();
    try {
      await call('PUT', `/api/v1/imports/${id}?target=${target}`, {
        headers: {
          ...meant(),
          'content-type': 'application/octet-stream',
          'tsunagi-file-name': encodeURIComponent(file.name.slice(0, 200)),
        },
        body: file,
      });
      void navigate({ to: '/imports' as '/', search: { id } as never });
    } catch (refusal) {
      setProblem(refusal);
      setBusy(false);
    }
  }

  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FieldGroup name="target" label={t.what} required error={lacks && !target ? t.undecided : undefined}>
        {forms.map(({ target: one }) => (
          <label
            key={one}
            className="flex min-h-11 items-start gap-3 rounded-8 border border-solid-gray-420 bg-white p-3"
          >
            <input
              type="radio"
              name="target"
              value={one}
              checked={target === one}
              onChange={() => setTarget(one)}
              className="mt-1 size-6 shrink-0"
            />
            <span className="flex flex-col gap-1">
              <span className="text-std-16B-170">{t.target[one]}</span>
              <span className="text-dns-14N-130 text-solid-gray-800">{t.targetHelp[one]}</span>
            </span>
          </label>
        ))}
      </FieldGroup>
      {forms
        .filter((form) => form.target === target)
        .map((form) => (
          <Columns key={form.target} form={form} />
        ))}
      <Field name="file" label={t.file} required error={lacks && !file ? t.noFile : undefined}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            onChange={(event) => setFile(event.target.files?.[0])}
            className={`${inputClass} max-w-xl`}
          />
        )}
      </Field>
      {problem ? <Refused problem={problem} title={t.state.UNREADABLE} /> : null}
      <div>
        <Button type="submit" look="primary" size="large" busy={busy}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}

/** What a file of this kind may say, before anybody looks for one; and an empty table to be filled in. */
function Columns({ form: { target, fields } }: { form: Listing['forms'][number] }) {
  const t = useImportWords();
  const { comma } = useText().app;
  const isPlaced = PLACED.includes(target);
  const place = (name: string) => isPlaced && PLACE.includes(name);
  const nameOf = ({ name }: { name: string }) => fieldIn(t, target, name);
  const needed = [
    ...fields.filter(({ required }) => required).map(nameOf),
    ...(isPlaced ? [t.either(PLACE.map((name) => fieldIn(t, target, name)))] : []),
  ];
  const optional = fields.filter(({ name, required }) => !required && !place(name)).map(nameOf);
  // A mark tells Excel that it is UTF-8.
  const empty = `\uFEFF${fields.map(({ heading }) => heading).join(',')}\r\n`;
  return (
    <section
      data-columns={target}
      className="flex flex-col gap-1 rounded-8 border border-solid-gray-420 bg-white p-4 text-std-16N-170"
    >
      <p>{t.columns(needed.join(comma))}</p>
      <p>{t.optional(optional.join(comma))}</p>
      <p>{t.written[target]}</p>
      <p>{t.headings}</p>
      <p>{t.newer}</p>
      <p>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(empty)}`}
          download={`${t.target[target]}.csv`}
          className="inline-flex min-h-11 items-center text-key-900 underline"
        >
          {t.empty}
        </a>
      </p>
    </section>
  );
}

function Earlier({ imports }: { imports: Listing['imports'] }) {
  const t = useImportWords();
  const { data: me } = useMe();
  const { language } = useLanguage();
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-std-20B-150">{t.earlier}</h2>
      {imports.length === 0 ? <p className="text-std-16N-170">{t.none}</p> : null}
      <ul className="flex flex-col gap-2">
        {imports.map(({ id, target, state, begunAt, made, changed, same, rows, userId }) => (
          <li key={id} className="rounded-8 border border-solid-gray-420 bg-white px-4 py-2">
            <Link
              to={'/imports' as '/'}
              search={{ id } as never}
              className="inline-flex min-h-11 items-center text-std-16B-170 text-key-900 underline"
            >
              {t.target[target]}　
              {new Date(begunAt).toLocaleString(language, {
                timeZone: 'Asia/Tokyo',
                dateStyle: 'medium',
                timeStyle: 'short',
              })}
            </Link>
            <p className="text-dns-14N-130 text-solid-gray-800">
              {t.state[state]}　
              {state === 'DONE' ? `${t.made(made)}　${t.changed(changed)}　${t.sameCount(same)}` : t.rows(rows)}
              {userId === me?.userId ? '' : `　${t.others}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
