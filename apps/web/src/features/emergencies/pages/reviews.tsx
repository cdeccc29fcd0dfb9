import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';
import { labelOf, useText, useWords } from '../../../i18n/index.tsx';
import { useNow } from '../../../live/live.tsx';
import { dayOf } from '../../../time/moments.ts';
import { useTime } from '../../../time/use-time.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { caseAddress } from './address.ts';
import { useEmergencyWords } from './page-words.ts';

type Look = Read<'/api/v1/emergency-looks'>['looks'][number];

/** 緊急閲覧の点検: every one of a month, those without a verdict first. */
export function EmergencyReviewsPage() {
  const t = useEmergencyWords();
  const [month, choose] = useState(dayOf(useNow()).slice(0, 7));
  const { data, error, refetch } = useQuery({
    queryKey: ['emergency-looks', month],
    queryFn: () => get('/api/v1/emergency-looks', { month }),
    enabled: /^\d{4}-\d{2}$/.test(month),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <PageTitle title={t.reviewsTitle} />
      <p className="text-std-16N-170 print:hidden">{t.reviewsHelp}</p>
      <div className="flex flex-wrap items-end gap-3 print:hidden">
        <Field name="emergency.month" label={t.month}>
          {(control) => (
            <input
              {...control}
              type="month"
              value={month}
              onChange={({ target }) => choose(target.value)}
              className={inputClass}
            />
          )}
        </Field>
        {data ? <Button onClick={() => window.print()}>{t.print}</Button> : null}
      </div>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.looks.length === 0 ? <p className="text-std-16N-170">{t.none}</p> : null}
      <ul className="flex flex-col gap-3">
        {data?.looks.map((one) => (
          <li key={one.id} className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 bg-white px-4 py-3">
            <One one={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function One({ one }: { one: Look }) {
  const t = useEmergencyWords();
  const said = useWords(words);
  const { role } = useText();
  const { stamp } = useTime();
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4 text-std-16N-170">
        <span className="font-bold">
          {one.opener}（{labelOf(role, one.role)}）
        </span>
        <span>{one.organization.name}</span>
        <time dateTime={one.openedAt}>
          {stamp(one.openedAt)}〜{stamp(one.until)}
        </time>
        <span>{t.reads(one.reads)}</span>
      </p>
      {one.many ? <p className="font-bold text-error-2">{t.many}</p> : null}
      <p className="text-std-16N-170 break-words">
        {t.reason}：{labelOf(said.codes.reason, one.reason)}　{one.text}
      </p>
      <p className="text-dns-14N-130 text-solid-gray-800">
        {t.sections}：{one.sections.map((section) => labelOf(said.codes.sections, section)).join('・')}
      </p>
      <p className="text-std-16N-170 break-words">
        {t.verdict}：
        {one.verdict === null
          ? t.waiting
          : `${labelOf(said.codes.verdict, one.verdict)}（${one.reviewer ?? ''} ${one.reviewedAt === null ? '' : stamp(one.reviewedAt)}）${one.note}`}
      </p>
      <p className="flex flex-wrap gap-2 print:hidden">
        {one.reviewable ? (
          <ButtonLink {...caseAddress(one.id, { do: 'ReviewEmergencyLook' })}>{t.review}</ButtonLink>
        ) : null}
        <ButtonLink {...caseAddress(one.id)}>{t.see}</ButtonLink>
      </p>
    </>
  );
}
