import { Link, useSearch, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../../api/queries.ts';
import { folded } from '../../../i18n/folded.ts';
import { labelOf, optionsOf, textOf, useText } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { addressOf, newAddress, useInstitutions, type Listed } from '../directory.ts';
import { useDirectoryWords } from './directory-words.ts';

const importAddress = { to: '/imports', search: { target: 'organizations' } } as unknown as LinkProps;

/** 機関の一覧: every institution, by kind and text, and what is stale or closed. */
export function OrganizationsPage() {
  const t = useDirectoryWords();
  const { organizationKind } = useText();
  const { data: me } = useMe();
  const [closed, setClosed] = useState(false);
  const [stale, setStale] = useState(false);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const [kind, setKind] = useState(textOf(search['kind']));
  const [text, setText] = useState('');
  const { data, error, refetch } = useInstitutions(closed);
  const words = folded(text);
  const shown = data?.filter(
    (one) =>
      (kind === '' || one.kind === kind) &&
      (!stale || (one.stale && one.closedOn === null)) &&
      folded([one.name, one.municipality.name, one.group ?? ''].join(' ')).includes(words),
  );
  const kinds = new Set(data?.map((one) => one.kind));
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={t.list.title} />
      {me?.commands.includes('RegisterInstitution') ? (
        <p className="flex flex-wrap gap-3">
          <ButtonLink look="primary" {...newAddress}>
            {t.command.RegisterInstitution}
          </ButtonLink>
          {me.pages.includes('imports') ? <ButtonLink {...importAddress}>{t.list.fromFile}</ButtonLink> : null}
        </p>
      ) : null}
      <div className="flex flex-wrap items-end gap-4">
        <label className="flex w-full flex-col gap-1 text-std-16B-170 md:w-80">
          {t.list.find}
          <input
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            className={inputClass}
          />
        </label>
        <label className="flex w-full flex-col gap-1 text-std-16B-170 md:w-72">
          {t.list.kind}
          <select value={kind} onChange={(event) => setKind(event.target.value)} className={inputClass}>
            <option value="">{t.list.all}</option>
            {optionsOf(organizationKind)
              .filter(({ value }) => kinds.has(value) || value === kind)
              .map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </select>
        </label>
        <div className="flex flex-wrap gap-x-6">
          <Switch label={t.list.stale} on={stale} turn={setStale} />
          <Switch label={t.list.closed} on={closed} turn={setClosed} />
        </div>
      </div>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!shown && !error ? <Loading /> : null}
      {shown ? (
        <>
          <p role="status" className="text-std-16N-170">
            {shown.length === 0 ? t.list.none : t.list.count(shown.length)}
          </p>
          <ul data-institutions className="grid gap-2 lg:grid-cols-2">
            {shown.map((one) => (
              <Institution key={one.id} one={one} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Switch({ label, on, turn }: { label: string; on: boolean; turn: (on: boolean) => void }) {
  return (
    <label className="flex min-h-11 items-center gap-2 text-dns-16N-130">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => turn(event.target.checked)}
        className="size-5 accent-key-900"
      />
      {label}
    </label>
  );
}

function Institution({ one }: { one: Listed }) {
  const t = useDirectoryWords();
  const { organizationKind } = useText();
  const { day } = useTime();
  const { id, name, kind, municipality, phone, group, stale, closedOn, verifiedOn } = one;
  return (
    <li className="flex flex-col gap-1 rounded-8 border border-solid-gray-420 bg-white px-4 py-2">
      <p className="flex flex-wrap items-center gap-x-3">
        <Link
          {...addressOf('organization', id)}
          className="inline-flex min-h-11 items-center text-std-16B-170 text-key-900 underline"
        >
          {name}
        </Link>
        {closedOn !== null ? (
          <Mark look="border-solid-gray-600">{t.list.closedMark(day(closedOn))}</Mark>
        ) : stale ? (
          <Mark look="border-warning-orange-2">{t.list.staleMark}</Mark>
        ) : null}
      </p>
      <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-800">
        <span>{labelOf(organizationKind, kind)}</span>
        <span>{municipality.name}</span>
        {phone !== null ? <span>{phone}</span> : null}
        {group !== null ? <span>{group}</span> : null}
        <span>{t.list.verified(day(verifiedOn))}</span>
      </p>
    </li>
  );
}

const Mark = ({ look, children }: { look: string; children: string }) => (
  <span className={`rounded-4 border-2 px-2 text-dns-14B-130 ${look}`}>{children}</span>
);
