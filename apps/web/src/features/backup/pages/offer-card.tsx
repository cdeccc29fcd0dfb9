import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand, useTimeline } from '../../../api/queries.ts';
import type { Row } from '../../../api/types.ts';
import { labelOf, textOf, useText, useWords } from '../../../i18n/index.tsx';
import { ageOn, MINUTE } from '../../../time/moments.ts';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { WhereAndWhom } from '../../../ui/contact.tsx';
import { useFlash } from '../../../ui/flash.tsx';
import { Refused } from '../../../ui/problem.tsx';
import type { Body } from '../../../api/contract.ts';
import { requestOf } from '../request.ts';
import { words } from '../words.ts';

/** The reasons appear where the finger has just been: a double tap must not choose one. */
const DOUBLE_TAP_MS = 600;

const reasons = (): Body<'DeclineBackup'>['reason'][] =>
  Object.keys(words.ja.codes.declineReason) as Body<'DeclineBackup'>['reason'][];

/** A doctor, half asleep, in the dark: what it is, how long is left, two buttons. */
export function OfferCard({ row }: { row: Row }) {
  const { board, case: said, due, role } = useText();
  const t = useWords(words);
  const { now, moment, distance } = useTime(1_000);
  const flash = useFlash();
  const navigate = useNavigate();
  const accept = useCommand('AcceptBackup');
  const decline = useCommand('DeclineBackup');
  const { data: timeline, error: unread } = useTimeline(row.about.id);
  const [declining, decide] = useState(0);
  const { about, patient, dueAt, facts } = row;
  const left = dueAt === null ? null : Date.parse(dueAt) - now;
  const over = left !== null && left < 0;
  const busy = accept.isPending || decline.isPending;
  const { summary, by, codes } = timeline ? requestOf(timeline) : {};
  const headline = (['urgency', 'reason', 'need'] as const).flatMap((name) =>
    [facts[name] ?? codes?.[name] ?? []].flat().map((code) => labelOf(t.codes[name], textOf(code))),
  );
  const { id } = about;
  const here = useLocation({ select: ({ pathname }) => pathname === `/cases/${id}` });

  return (
    <article
      data-obligation={row.id}
      aria-labelledby={`offer-${row.id}`}
      className="flex flex-col gap-3 rounded-12 border-4 border-error-1 bg-white p-4 md:p-6"
    >
      <p className="rounded-8 bg-error-2 px-3 py-2 text-std-17B-170 text-white">{t.offer.lifeThreatening}</p>
      <h3 id={`offer-${row.id}`} className="text-std-20B-150">
        {t.offer.title}
        {headline.length > 0 ? <span className="block text-std-18B-160">{headline.join('・')}</span> : null}
      </h3>
      <div className="text-std-17N-170">
        {patient
          ? [patient.name, patient.birthDate ? said.ageYears(ageOn(patient.birthDate, now)) : '']
              .filter(Boolean)
              .join('　')
          : board.noPatient}
        {by && 'name' in by ? (
          <p className="text-std-16N-170">
            {t.offer.requester}：{by.name}（{labelOf(role, by.role)}）
          </p>
        ) : null}
        <WhereAndWhom place={row.place} contact={row.contact} />
        {summary === undefined ? null : (
          <section aria-label={t.offer.summary} className="mt-2 rounded-8 border border-solid-gray-420 p-3">
            <p className="text-dns-14B-130 text-solid-gray-800">{t.offer.summary}</p>
            <p className="whitespace-pre-wrap">{summary}</p>
          </section>
        )}
        {unread && summary === undefined ? <p className="text-error-2">{t.offer.noSummary}</p> : null}
        {here ? null : (
          <Link
            to="/cases/$id"
            params={{ id }}
            search={{}}
            className="inline-flex min-h-11 items-center text-key-900 underline"
          >
            {t.offer.open}
          </Link>
        )}
      </div>
      {/* How long is left and both answers stay in sight, whatever the telephone and however long the text. */}
      <div
        className={`flex flex-col gap-3 ${declining > 0 ? '' : 'sticky bottom-14 -mx-4 -mb-4 rounded-b-12 border-t border-solid-gray-420 bg-white px-4 pt-2 pb-4 md:bottom-0 md:-mx-6 md:-mb-6 md:px-6'}`}
      >
        {dueAt ? (
          <p className="text-std-17N-170">
            {t.offer.left}
            <strong className="mx-2 text-std-22B-150 text-error-2">
              {left !== null && left > 0 && left < MINUTE ? due.inSeconds(Math.ceil(left / 1_000)) : distance(dueAt)}
            </strong>
            <span className="inline-block text-dns-16N-130">（{moment(dueAt)}）</span>
          </p>
        ) : null}
        {accept.error ? <Refused problem={accept.error} /> : null}
        {decline.error ? <Refused problem={decline.error} /> : null}
        {over ? <p className="text-std-17B-170">{t.offer.over}</p> : null}

        {declining > 0 ? (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 text-std-17B-170">{t.offer.declineWhy}</legend>
            <div className="grid gap-2 md:grid-cols-3">
              {reasons()
                .map((value) => ({ value, label: t.codes.declineReason[value] }))
                .map(({ value, label }) => (
                  <Button
                    key={value}
                    look="danger"
                    size="large"
                    wide
                    busy={busy}
                    onClick={() => {
                      if (Date.now() - declining < DOUBLE_TAP_MS) return;
                      decline.mutate(
                        { id, body: { reason: value } },
                        { onSuccess: () => flash(t.offer.declined, window.location.pathname) },
                      );
                    }}
                  >
                    {label}
                  </Button>
                ))}
            </div>
            <Button look="plain" size="large" onClick={() => decide(0)}>
              {t.offer.declineBack}
            </Button>
          </fieldset>
        ) : (
          <div className="grid grid-cols-[2fr_1fr] gap-3 md:max-w-2xl">
            <Button
              look="primary"
              size="huge"
              wide
              busy={busy}
              onClick={() =>
                accept.mutate(
                  { id, body: {} },
                  {
                    onSuccess: () => {
                      flash(t.offer.accepted, `/cases/${id}`);
                      void navigate({ to: '/cases/$id', params: { id }, search: {} });
                    },
                  },
                )
              }
            >
              {accept.isPending ? t.offer.sending : t.offer.accept}
            </Button>
            <Button look="danger" size="huge" wide busy={busy} onClick={() => decide(Date.now())}>
              {t.offer.decline}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}
