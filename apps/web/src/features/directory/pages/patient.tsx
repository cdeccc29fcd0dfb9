import { Link } from '@tanstack/react-router';
import { CommandForm } from '../../../forms/command-form.tsx';
import type { Values } from '../../../forms/body.ts';
import { labelOf } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { addressOf, usePerson, usePlace, type Person } from '../directory.ts';
import { OF_PATIENT } from '../forms.ts';
import { words } from '../words.ts';
import { Actions } from './actions.tsx';
import { CareTeam } from './care-team.tsx';
import { caseNamed, useDirectoryWords } from './directory-words.ts';
import { CaseLink, Fact, Facts, LINK, Part } from './facts.tsx';
import { History } from './history.tsx';
import { Ledger } from './ledger.tsx';

const RARE = new Set([
  'HideAddress',
  'ShowAddress',
  'WithdrawPatientRegistration',
  'ErasePatient',
  'WithdrawConsent',
  'RecordConsentException',
  'CorrectPatientIdentity',
]);
/** Offered beside the line of the ledger that they are about. */
const OF_A_LINE = new Set(['RetractConsentEntry', 'ReviewConsentException']);

/** 本人の画面: who the person is, who is in charge, what is open, what became of it, and what the reader may say. */
export function PatientPage() {
  const place = usePlace('patient');
  const { data, error, refetch } = usePerson(place.id);
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return place.doing !== undefined && data.commands.includes(place.doing) ? (
    <Doing one={data} place={place} />
  ) : (
    <Shown one={data} />
  );
}

function Shown({ one }: { one: Person }) {
  const t = useDirectoryWords();
  const { day, stamp } = useTime();
  const { person } = t;
  const { identity, careManager, careTeam, primaryPhysician, openCases, consent } = one;
  if (one.state === 'ERASED') return <Erased one={one} />;
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <PageTitle title={identity?.name ?? person.title} tab={person.title} />
      {one.state === 'WITHDRAWN' ? <Notice title={t.page.withdrawn} /> : null}
      <Actions
        place="patient"
        id={one.id}
        commands={one.commands.filter((command) => !OF_A_LINE.has(command))}
        rare={RARE}
      />
      <Facts>
        {identity ? (
          <>
            <Fact name={person.kana}>{identity.kana}</Fact>
            <Fact name={person.birthDate}>{identity.birthDate === '' ? t.about.unknown : day(identity.birthDate)}</Fact>
            <Fact name={person.sex}>{labelOf(t.codes.sex, identity.sex)}</Fact>
            <Fact name={person.address}>{identity.address || t.about.unknown}</Fact>
          </>
        ) : (
          <Fact name={t.record.patient_identity}>{person.unnamed}</Fact>
        )}
        <Fact name={person.municipality}>
          {one.municipality.name}
          {one.block === null ? '' : `　${one.block}`}
        </Fact>
        <Fact name={person.homeCareArea}>{one.homeCareArea.name}</Fact>
        <Fact name={person.careManager}>
          {careManager ? <Carer name={careManager.name} at={careManager.organization} /> : person.nobody}
        </Fact>
        <Fact name={person.careTeam}>
          {careTeam.length === 0 ? (
            person.nobody
          ) : (
            <ul>
              {careTeam.map(({ id, name, organization }) => (
                <li key={id}>
                  <Carer name={name} at={organization} />
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={person.primaryPhysician}>
          {primaryPhysician ? (
            <>
              <Link {...addressOf('organization', primaryPhysician.id)} className={LINK}>
                {primaryPhysician.name}
              </Link>
              {primaryPhysician.closed ? <p className="text-error-2">{person.clinicClosed}</p> : null}
            </>
          ) : (
            person.nobody
          )}
        </Fact>
        <Fact name={person.consent}>
          <a href="#consent" className={LINK}>
            {consent ? person.given : person.notGiven}
          </a>
        </Fact>
      </Facts>
      <Ledger one={one} />
      <Part id="open" title={person.cases}>
        {openCases.length === 0 ? <p className="text-std-16N-170">{person.noCases}</p> : null}
        <ul className="flex flex-col">
          {openCases.map(({ kind, id, dueAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4">
              <CaseLink id={id}>{caseNamed(t, kind)}</CaseLink>
              <span className="text-dns-14N-130 text-solid-gray-800">{person.dueAt(stamp(dueAt))}</span>
            </li>
          ))}
        </ul>
        <p>
          <CaseLink id={one.id}>{person.timeline}</CaseLink>
        </p>
      </Part>
      <History entries={one.entries} />
    </div>
  );
}

/** 消去済み: what stays is the certificate in the history, and the cases without a word of what was written. */
function Erased({ one }: { one: Person }) {
  const { person } = useDirectoryWords();
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <PageTitle title={one.identity?.name ?? person.title} tab={person.title} />
      <Notice title={person.erased}>{person.erasedHelp}</Notice>
      <Facts>
        <Fact name={person.municipality}>{one.municipality.name}</Fact>
        <Fact name={person.homeCareArea}>{one.homeCareArea.name}</Fact>
      </Facts>
      <p>
        <CaseLink id={one.id}>{person.timeline}</CaseLink>
      </p>
      <History entries={one.entries} />
    </div>
  );
}

/** Who works without names knows a person by where and by whom he is cared for. */
function Nameless({ one: { municipality, careManager, primaryPhysician } }: { one: Person }) {
  const { person } = useDirectoryWords();
  return (
    <Facts>
      <Fact name={person.municipality}>{municipality.name}</Fact>
      <Fact name={person.careManager}>{careManager?.name ?? person.nobody}</Fact>
      <Fact name={person.primaryPhysician}>{primaryPhysician?.name ?? person.nobody}</Fact>
    </Facts>
  );
}

function Carer({ name, at }: { name: string; at: { id: string; name: string } }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <span className="font-bold">{name}</span>
      {at.id === '' ? null : (
        <Link {...addressOf('organization', at.id)} className={LINK}>
          {at.name}
        </Link>
      )}
    </span>
  );
}

const isPlain = (command: string): command is keyof typeof OF_PATIENT => Object.hasOwn(OF_PATIENT, command);

/** What the form begins with: a correction with what stands there, a move where the person lives. */
function knownOf(command: string, { identity, municipality, block }: Person): Values {
  if (command === 'CorrectPatientIdentity') return { ...identity };
  return command === 'MovePatient' ? { municipality: municipality.name, block: block ?? '' } : {};
}

/** Of which line of the ledger it is said. */
function alongOf(command: string, entry: string): object | undefined {
  if (entry === '') return undefined;
  if (command === 'WithdrawConsent') return { consent: entry };
  return OF_A_LINE.has(command) ? { entry } : undefined;
}

function Doing({ one, place }: { one: Person; place: ReturnType<typeof usePlace> }) {
  const t = useDirectoryWords();
  const { doing = '', back, done } = place;
  const title = labelOf(t.command, doing);
  const help: Readonly<Record<string, string>> = {
    GiveConsent: t.person.consentHelp,
    WithdrawConsent: t.person.withdrawConsentHelp,
    WithdrawPatientRegistration: t.person.withdrawHelp,
    ErasePatient: t.person.eraseHelp,
    CorrectPatientIdentity: t.person.correctHelp,
  };
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={title} />
      {one.identity ? (
        <p className="text-std-16N-170">
          <span className="font-bold">{one.identity.name}</span>（{one.identity.kana}）
        </p>
      ) : (
        <Nameless one={one} />
      )}
      {help[doing] === undefined ? null : <p className="text-std-16N-170">{help[doing]}</p>}
      {doing === 'ChangeCareManager' || doing === 'ChangePrimaryPhysician' || doing === 'ErasePatient' ? (
        <Open one={one} />
      ) : null}
      {doing === 'ChangeCareTeam' ? <CareTeam one={one} onDone={() => done(t.page.saved)} cancel={back} /> : null}
      {isPlain(doing) ? (
        <CommandForm
          command={doing}
          definition={OF_PATIENT[doing]}
          words={words}
          title={title}
          id={one.id}
          known={knownOf(doing, one)}
          along={alongOf(doing, place.entry)}
          onDone={() => done(t.page.saved)}
          cancel={back}
        />
      ) : null}
    </div>
  );
}

/** Nothing moves silently: what is open is shown before anybody is changed. */
function Open({ one }: { one: Person }) {
  const t = useDirectoryWords();
  if (one.openCases.length === 0) return null;
  return (
    <Notice title={`${t.person.cases}：${t.list.count(one.openCases.length)}`}>
      <ul>
        {one.openCases.map(({ kind, id }) => (
          <li key={id}>
            <CaseLink id={id}>{caseNamed(t, kind)}</CaseLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
