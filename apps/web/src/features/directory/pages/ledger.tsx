import type { Pair, Widened } from '../../../i18n/dictionary.ts';
import { labelOf, useText, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { addressOf, type Person } from '../directory.ts';
import { useDirectoryWords } from './directory-words.ts';
import { Part } from './facts.tsx';

/** What the ledger says: nobody else fetches it. */
const ja = {
  title: '同意台帳',
  sharing: '今、共有してよいか',
  consent: '同意あり',
  exception: '同意によらない共有（期限あり）',
  none: '同意なし（共有できません）',
  nothing: 'まだ記録がありません。本人か家族に確かめ、同意を記録してください。',
  lookUp: '書面の記録がない同意があります。書面を確かめ、「情報共有の同意を記録する」で記録してください。',
  sort: { consent: '同意', withdrawal: '撤回', exception: '同意によらない共有' },
  state: { standing: '', over: '終わった', retracted: '誤った記録として取り消した', unjustified: '点検の結果、不当' },
  all: 'それまでのすべて',
  only: (names: string) => `${names}だけ`,
  everybody: '関わる機関すべて',
  paper: '書面',
  by: 'だれが',
  until: (at: string) => `${at}まで`,
  written: (at: string, name: string) => `記録 ${at}　${name}`,
  withdraw: 'この同意の撤回を記録する',
  retract: '誤った記録を取り消す',
  review: '点検する',
};
const en: Widened<typeof ja> = {
  title: 'Ledger of consent',
  sharing: 'Whether something may be shared now',
  consent: 'Consent given',
  exception: 'Without consent, for a while',
  none: 'No consent: nothing may be shared',
  nothing: 'There is no record yet. Ask the person or the family, and record the consent.',
  lookUp: 'Of a consent no paper is recorded. Look the paper up, and record the consent with it.',
  sort: { consent: 'Consent', withdrawal: 'Withdrawal', exception: 'Sharing without consent' },
  state: { standing: '', over: 'over', retracted: 'taken back as a mistake', unjustified: 'found not justified' },
  all: 'All until then',
  only: (names: string) => `${names} alone`,
  everybody: 'whoever takes part',
  paper: 'Paper',
  by: 'By',
  until: (at: string) => `until ${at}`,
  written: (at: string, name: string) => `recorded ${at} ${name}`,
  withdraw: 'Record that this consent is withdrawn',
  retract: 'Take back a mistaken record',
  review: 'Review',
};
const words: Pair<Widened<typeof ja>> = { ja, en };

type Line = Person['ledger'][number];

/** 同意台帳: what may be shared now, and every line of it with who said it, on which paper, and who wrote it down. */
export function Ledger({ one }: { one: Person }) {
  const t = useWords(words);
  const said = useDirectoryWords();
  const standing = one.ledger.filter(({ sort, state }) => sort === 'consent' && state === 'standing');
  const unrecorded = standing.length > 0 && standing.every(({ form }) => form === 'unrecorded');
  return (
    <Part id="consent" title={t.title}>
      <ul aria-label={t.sharing} className="grid gap-2 md:grid-cols-2">
        {one.sharing.map(({ purpose, basis }) => (
          <li key={purpose} className="rounded-8 border border-solid-gray-420 bg-white px-4 py-2 text-std-16N-170">
            <span className="font-bold">{labelOf(said.codes.purpose, purpose)}</span>
            <br />
            {basis === null ? <span className="text-error-2">{t.none}</span> : t[basis]}
          </li>
        ))}
      </ul>
      {unrecorded ? <Notice look="warning" title={t.lookUp} /> : null}
      {one.ledger.length === 0 ? <p className="text-std-16N-170">{t.nothing}</p> : null}
      <ol className="flex flex-col rounded-8 border border-solid-gray-420 bg-white empty:hidden">
        {one.ledger.map((line) => (
          <li key={line.id} className="flex flex-col gap-1 border-b border-solid-gray-200 px-4 py-2.5 last:border-b-0">
            <TheLine line={line} one={one} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

function TheLine({ line, one }: { line: Line; one: Person }) {
  const t = useWords(words);
  const said = useDirectoryWords();
  const { app } = useText();
  const { stamp } = useTime();
  const { comma } = app;
  const { codes } = said;
  const may = (command: string, when: boolean) => when && one.commands.includes(command);
  const link = (command: string, label: string) => (
    <ButtonLink {...addressOf('patient', one.id, { do: command, entry: line.id })}>{label}</ButtonLink>
  );
  const whom = line.organizations.length === 0 ? t.everybody : t.only(line.organizations.join(comma));
  const giver = [labelOf(codes.giver, line.givenBy ?? ''), line.relation, line.giver].filter(Boolean).join(comma);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4 text-std-16N-170">
        <time dateTime={line.at}>{stamp(line.at)}</time>
        <span className="font-bold">{t.sort[line.sort]}</span>
        {line.kind === null ? null : <span>{labelOf(codes.consentKind, line.kind)}</span>}
        {line.ground === null ? null : <span>{labelOf(codes.ground, line.ground)}</span>}
        {line.until === null ? null : <span>{t.until(stamp(line.until))}</span>}
        {t.state[line.state] === '' ? null : <span className="font-bold text-error-2">{t.state[line.state]}</span>}
      </p>
      <p className="text-std-16N-170 break-words">
        {line.purposes.length === 0
          ? t.all
          : `${line.purposes.map((purpose) => labelOf(codes.purpose, purpose)).join(comma)}／${whom}`}
      </p>
      <p className="text-dns-14N-130 break-words text-solid-gray-800">
        {line.form === null
          ? ''
          : `${t.paper}：${labelOf(codes.consentForm, line.form)}${line.formVersion === null ? '' : `（${line.formVersion}）`}　`}
        {line.givenBy === null ? '' : `${t.by}：${giver}　`}
        {line.text}
      </p>
      <p className="text-dns-14N-130 text-solid-gray-700">{t.written(stamp(line.recordedAt), line.recordedBy)}</p>
      <p className="flex flex-wrap gap-2 empty:hidden">
        {may('WithdrawConsent', line.sort === 'consent' && line.state === 'standing')
          ? link('WithdrawConsent', t.withdraw)
          : null}
        {may('ReviewConsentException', line.unreviewed) ? link('ReviewConsentException', t.review) : null}
        {may('RetractConsentEntry', line.state !== 'retracted') ? link('RetractConsentEntry', t.retract) : null}
      </p>
    </>
  );
}
