import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { get } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';
import { labelOf, textOf } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { caseAddress } from './address.ts';
import { useEmergencyWords } from './page-words.ts';

type Found = Read<'/api/v1/emergency-looks/{emergencyLook}/record'>;

/** 緊急閲覧の画面: the sections that were opened, and nothing else; it is kept nowhere. */
export function EmergencyRecordPage() {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const id = textOf(params['id']);
  const t = useEmergencyWords();
  const { stamp, day } = useTime();
  const { data, error, refetch } = useQuery({
    queryKey: ['emergency-record', id],
    queryFn: () => get('/api/v1/emergency-looks/{emergencyLook}/record', { emergencyLook: id }),
    staleTime: 0,
    gcTime: 0,
  });
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const { person, municipality, contacts, sections } = data;
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <PageTitle title={`${t.title}：${person.name}`} tab={t.title} />
      <Notice look="warning" title={t.until(stamp(data.until))} />
      <p>
        <ButtonLink {...caseAddress(id, { do: 'CloseEmergencyLook' })}>{t.end}</ButtonLink>
      </p>
      <Section title={t.person}>
        <Line name={t.name}>{person.name}</Line>
        <Line name={t.kana}>{person.kana}</Line>
        <Line name={t.birthDate}>{person.birthDate === '' ? '' : day(person.birthDate)}</Line>
        <Line name={t.address}>{person.address || t.nobody}</Line>
        <Line name={t.municipality}>{municipality.name}</Line>
      </Section>
      {contacts ? (
        <Section title={t.contacts}>
          <Line name={t.careManager}>
            <Contact one={contacts.careManager} />
          </Line>
          <Line name={t.primaryPhysician}>
            <Contact one={contacts.primaryPhysician} />
          </Line>
        </Section>
      ) : null}
      {sections.includes('handover') ? <Text title={t.handover} text={data.handover} /> : null}
      {sections.includes('backup') ? <Text title={t.backup} text={data.backup} /> : null}
    </div>
  );
}

function Contact({ one }: { one: NonNullable<Found['contacts']>['careManager'] }) {
  const t = useEmergencyWords();
  if (!one) return <>{t.nobody}</>;
  return (
    <>
      <span className="font-bold">{one.name}</span>　{one.organization.name === one.name ? '' : one.organization.name}　
      {one.phone === null ? null : (
        <a href={`tel:${one.phone}`} className="inline-flex min-h-11 items-center text-key-900 underline">
          {one.phone}
        </a>
      )}
    </>
  );
}

function Text({ title, text }: { title: string; text: Found['handover'] }) {
  const t = useEmergencyWords();
  const { stamp } = useTime();
  return (
    <Section title={title}>
      {text ? (
        <>
          <Line name="">{t.at(stamp(text.at))}</Line>
          {Object.entries(text.parts).map(([part, said]) => (
            <Line key={part} name={labelOf(t.parts, part)}>
              <span className="whitespace-pre-wrap">{said}</span>
            </Line>
          ))}
        </>
      ) : (
        <Line name="">{t.nothing}</Line>
      )}
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-std-18B-160">{title}</h2>
      <dl className="grid gap-x-6 gap-y-2 rounded-8 border border-solid-gray-420 bg-white px-4 py-3 md:grid-cols-[14rem_1fr]">
        {children}
      </dl>
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-dns-14N-130 text-solid-gray-700 md:pt-1 md:text-dns-16N-130">{name}</dt>
      <dd className="mb-1 min-w-0 text-std-16N-170 break-words md:mb-0">{children}</dd>
    </>
  );
}
