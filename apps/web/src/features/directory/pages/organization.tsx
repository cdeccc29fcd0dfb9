import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMe } from '../../../api/queries.ts';
import { CommandForm } from '../../../forms/command-form.tsx';
import { labelOf, useText } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { addressOf, listAddress, useInstitution, usePlace, type Institution } from '../directory.ts';
import { OF_INSTITUTION } from '../forms.ts';
import { words } from '../words.ts';
import { Actions } from './actions.tsx';
import { caseNamed, useDirectoryWords } from './directory-words.ts';
import { CaseLink, Fact, Facts, LINK, Part } from './facts.tsx';
import { History } from './history.tsx';
import { InstitutionForm } from './institution-form.tsx';

/** For administrators: those whose page is that of the people and their invitations. */
const IdentityProvider = lazy(async () => ({
  default: (await import('./identity-provider.tsx')).IdentityProvider,
}));
const RARE = new Set(['CloseInstitution', 'WithdrawInstitutionRegistration']);
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** 機関の画面: everything known of it, who works there, what became of it, and what the reader may say. */
export function OrganizationPage() {
  const place = usePlace('organization');
  const { data, error, refetch } = useInstitution(place.id);
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return place.doing !== undefined && data.commands.includes(place.doing) ? (
    <Doing one={data} place={place} />
  ) : (
    <Shown one={data} />
  );
}

function Shown({ one }: { one: Institution }) {
  const t = useDirectoryWords();
  const text = useText();
  const { day } = useTime();
  const { data: me } = useMe();
  const { closed, stale, state, openCases, otherOpenCases } = one;
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <p>
        <Link {...listAddress} className={LINK}>
          {t.page.back}
        </Link>
      </p>
      <PageTitle title={one.name} />
      {closed ? (
        <Notice title={t.page.closed(day(closed.on))}>
          {closed.successor ? (
            <Link {...addressOf('organization', closed.successor.id)} className={LINK}>
              {t.page.successor(closed.successor.name)}
            </Link>
          ) : null}
        </Notice>
      ) : null}
      {state === 'WITHDRAWN' ? <Notice title={t.page.withdrawn} /> : null}
      {stale && state === 'REGISTERED' ? (
        <Notice look="warning" title={t.page.stale}>
          <p className="text-std-16N-170">{t.page.staleHelp}</p>
        </Notice>
      ) : null}
      <Actions place="organization" id={one.id} commands={one.commands} rare={RARE} />
      <About one={one} />
      <Part id="people" title={t.page.people}>
        {one.people.length === 0 ? <p className="text-std-16N-170">{t.page.nobody}</p> : null}
        <ul className="grid gap-2 sm:grid-cols-2">
          {one.people.map(({ id, name, role }) => (
            <li key={id} className="rounded-8 border border-solid-gray-420 bg-white px-4 py-2 text-std-16N-170">
              <span className="font-bold">{name}</span>　{labelOf(text.role, role)}
            </li>
          ))}
        </ul>
      </Part>
      {openCases.length + otherOpenCases > 0 ? (
        <Part id="open" title={t.page.openCases}>
          <Cases cases={openCases} />
          {otherOpenCases > 0 ? <p className="text-std-16N-170">{t.page.others(otherOpenCases)}</p> : null}
        </Part>
      ) : null}
      {state === 'REGISTERED' && me?.pages.includes('people') ? (
        <Suspense>
          <IdentityProvider organization={one.id} />
        </Suspense>
      ) : null}
      <History entries={one.entries} />
    </div>
  );
}

function Cases({ cases }: { cases: Institution['openCases'] }) {
  const t = useDirectoryWords();
  return (
    <ul className="flex flex-wrap gap-x-6">
      {cases.map(({ kind, id }, i) => (
        <li key={id}>
          <CaseLink id={id}>
            {caseNamed(t, kind)}（{i + 1}）
          </CaseLink>
        </li>
      ))}
    </ul>
  );
}

function About({ one }: { one: Institution }) {
  const t = useDirectoryWords();
  const { organizationKind, app } = useText();
  const { day } = useTime();
  const { about } = t;
  const days = (all: readonly string[]) => (all.length === 0 ? about.none : all.map(day).join(app.comma));
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(app.comma);
  return (
    <Facts>
      <Fact name={about.kind}>{labelOf(organizationKind, one.kind)}</Fact>
      <Fact name={about.municipality}>
        {one.municipality.name}
        {one.block === null ? '' : `　${one.block}`}
      </Fact>
      <Fact name={about.phone}>
        {one.phone === null ? (
          about.unknown
        ) : (
          <a href={`tel:${one.phone}`} className={LINK}>
            {one.phone}
          </a>
        )}
      </Fact>
      <Fact name={about.hours}>
        <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {WEEKDAYS.map((weekday) => (
            <li key={weekday}>
              {t.form.weekday[weekday]}　{(one.hours[weekday] ?? []).join(app.comma) || about.shut}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact name={about.closedDays}>{days(one.closedDays)}</Fact>
      <Fact name={about.openDays}>{days(one.openDays)}</Fact>
      <Fact name={about.capabilities}>
        {one.capabilities.map((each) => labelOf(t.capability, each)).join(app.comma) || about.none}
      </Fact>
      <Fact name={about.codes}>
        {one.codes.map(({ list, code }) => `${labelOf(t.codeList, list)} ${code}`).join(app.comma) || about.unknown}
      </Fact>
      <Fact name={about.group}>{one.group ?? about.unknown}</Fact>
      <Fact name={about.serves}>{names(one.serves) || about.none}</Fact>
      {one.satelliteOf ? <Fact name={about.satelliteOf}>{one.satelliteOf.name}</Fact> : null}
      {one.satellites.length > 0 ? <Fact name={about.satellites}>{names(one.satellites)}</Fact> : null}
      <Fact name={about.verifiedOn}>{day(one.verifiedOn)}</Fact>
    </Facts>
  );
}

const isPlain = (command: string): command is keyof typeof OF_INSTITUTION => Object.hasOwn(OF_INSTITUTION, command);

function Doing({ one, place }: { one: Institution; place: ReturnType<typeof usePlace> }) {
  const t = useDirectoryWords();
  const { doing = '', back, done } = place;
  const title = labelOf(t.command, doing);
  const help: Readonly<Record<string, string>> = {
    VerifyInstitution: t.page.verifyHelp,
    ReopenInstitution: t.page.reopenHelp,
    WithdrawInstitutionRegistration: t.page.withdrawHelp,
  };
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={title} />
      <p className="text-std-16B-170">{one.name}</p>
      {help[doing] === undefined ? null : <p className="text-std-16N-170">{help[doing]}</p>}
      {doing === 'ChangeInstitution' ? (
        <InstitutionForm known={one} onDone={() => done(t.page.saved)} cancel={back} />
      ) : null}
      {isPlain(doing) ? (
        <CommandForm
          command={doing}
          definition={OF_INSTITUTION[doing]}
          words={words}
          title={title}
          id={one.id}
          at={one.id}
          onDone={() => done(t.page.saved)}
          cancel={back}
        />
      ) : null}
    </div>
  );
}
