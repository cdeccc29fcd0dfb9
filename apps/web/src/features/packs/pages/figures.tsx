import { Link } from '@tanstack/react-router';
import { labelOf } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { usePackWords, type PageWords } from './page-words.ts';
import type { Version } from './pack-page.tsx';
import { monthIn } from './month.ts';

type Split = Version['splits'][number];
type Line = Split['lines'][number];

/** 数と内訳. What is kept back is a word, said once what for; a number that is shown leads to what is behind it. */
export function Figures({ id, latest }: { id: string; latest: Version }) {
  const t = usePackWords();
  const { day } = useTime();
  const { cases, signals, organizations, municipalities, perTenThousand, population, reasons, decisions } = latest;
  const { narratives, options } = latest;
  const numbers = [
    { label: t.page.signals, value: signals },
    { label: t.page.organizations, value: organizations },
    { label: t.page.municipalities, value: municipalities },
    ...(population === null ? [] : [{ label: t.page.perTenThousand, value: perTenThousand }]),
  ];
  return (
    <>
      <section className="flex flex-col gap-2">
        <h2 className="text-std-18B-160">{t.page.summary}</h2>
        <dl className="grid grid-cols-2 gap-2 md:grid-cols-5">
          <Number label={t.page.cases}>
            <Shown value={cases} id={id} by="all" code="" label={t.page.behindAll} version={latest} />
          </Number>
          {numbers.map(({ label, value }) => (
            <Number key={label} label={label}>
              {value ?? <Hidden />}
            </Number>
          ))}
        </dl>
        <p className="text-dns-14N-130 text-solid-gray-800">{t.page.casesHelp}</p>
        {reasons.length > 0 ? (
          <p className="text-std-16N-170">
            {t.page.reasons}：{reasons.map((code) => labelOf(t.codes.escalationReason, code)).join('、')}
          </p>
        ) : null}
        <p className="max-w-4xl text-std-16N-170">
          {cases === null ? t.page.allHidden(latest.least) : t.page.hiddenHelp(latest.least)}
        </p>
      </section>
      {cases === null ? null : (
        <div className="grid gap-6 md:grid-cols-2">
          {latest.splits.map((split) => (
            <Table key={split.by} id={id} latest={latest} split={split} />
          ))}
        </div>
      )}
      {narratives.length === 0 ? null : (
        <section className="flex flex-col gap-2">
          <h2 className="text-std-18B-160">{t.page.narratives}</h2>
          {narratives.map((text) => (
            <blockquote
              key={text}
              className="max-w-4xl border-l-4 border-solid-gray-420 pl-3 text-std-16N-170 whitespace-pre-wrap"
            >
              {text}
            </blockquote>
          ))}
        </section>
      )}
      <section className="flex flex-col gap-2">
        <h2 className="text-std-18B-160">{t.page.decisions}</h2>
        {decisions.length === 0 ? <p className="text-std-16N-170">{t.page.noDecisions}</p> : null}
        <ul className="flex flex-col gap-1">
          {decisions.map(({ item, area, decision, decidedOn }) => (
            <li key={`${item} ${decidedOn}`} className="text-std-16N-170">
              {day(decidedOn)}　{area.name}　{labelOf(t.codes.decision, decision)}
            </li>
          ))}
        </ul>
      </section>
      {options.length === 0 ? null : (
        <section className="flex flex-col gap-2">
          <h2 className="text-std-18B-160">{t.page.options}</h2>
          <ul className="flex list-disc flex-col gap-1 pl-6">
            {options.map((code) => (
              <li key={code} className="text-std-16N-170">
                {labelOf(t.page.option, code)}
              </li>
            ))}
          </ul>
          <p className="text-dns-14N-130 text-solid-gray-800">{t.page.optionsHelp}</p>
        </section>
      )}
      <p className="text-dns-14N-130 break-all text-solid-gray-800">
        {t.page.hash}：{latest.hash}
      </p>
    </>
  );
}

function Number({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col justify-between rounded-8 border border-solid-gray-420 bg-white px-3 py-2">
      <dt className="text-dns-14N-130 text-solid-gray-800">{label}</dt>
      <dd className="text-std-20B-150">{children}</dd>
    </div>
  );
}

export const nameOf = (t: PageWords, by: string, { code, name }: Pick<Line, 'code' | 'name'>): string => {
  if (by === 'month') return monthIn(t, code);
  if (by === 'area') return name ?? code;
  return labelOf(by === 'source' ? t.codes.source : t.codes.scene, code);
};

function Table({ id, latest, split: { by, lines } }: { id: string; latest: Version; split: Split }) {
  const t = usePackWords();
  const most = Math.max(1, ...lines.map(({ cases }) => cases ?? 0));
  return (
    <table className="w-full self-start border-collapse bg-white text-std-16N-170">
      <caption className="pb-2 text-left text-std-18B-160">{t.codes.split[by]}</caption>
      <thead>
        <tr className="border-y border-solid-gray-420 text-left text-dns-14N-130">
          <th scope="col" className="px-2 py-1 font-normal">
            {t.page.part}
          </th>
          <th scope="col" className="px-2 py-1 text-right font-normal">
            {t.page.cases}
          </th>
          <th aria-hidden="true" className="w-1/3" />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const name = nameOf(t, by, line);
          return (
            <tr key={line.code} className="border-b border-solid-gray-200">
              <th scope="row" className="px-2 py-1 text-left font-normal">
                {name}
              </th>
              <td className="px-2 py-1 text-right tabular-nums">
                <Shown value={line.cases} id={id} by={by} code={line.code} label={name} version={latest} />
              </td>
              <td aria-hidden="true" className="px-2">
                {line.cases === null ? (
                  <div className="h-4 w-full bg-[repeating-linear-gradient(45deg,#d9d9d9_0_3px,transparent_3px_8px)]" />
                ) : (
                  <div className="h-4 bg-key-600" style={{ width: `${(100 * line.cases) / most}%` }} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A number with the way back to its records; what is hidden may be walked back as well, by those who may. */
function Shown({
  value,
  id,
  by,
  code,
  label,
  version: { audience },
}: {
  value: number | null;
  id: string;
  by: string;
  code: string;
  label: string;
  version: Version;
}) {
  const t = usePackWords();
  if (value === 0) return <>0</>;
  const said = value === null ? t.page.hidden : String(value);
  return (
    <Link
      to={'/evidence' as '/'}
      search={{ pack: id, audience, by, code } as never}
      aria-label={t.page.openBehind(label, said)}
      className={`inline-flex min-h-8 min-w-8 items-center text-key-900 underline ${by === 'all' ? '' : 'justify-end'}`}
    >
      {value === null ? <Hidden /> : value}
    </Link>
  );
}

function Hidden() {
  const t = usePackWords();
  return <span className="text-std-16N-170 text-solid-gray-800">{t.page.hidden}</span>;
}
