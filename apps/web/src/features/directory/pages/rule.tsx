import { Link, useSearch } from '@tanstack/react-router';
import { textOf, useLanguage } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { rulesAddress, useRule, type Bound, type RulePage as Page } from '../rules.ts';
import { ChangeRule } from './change-rule.tsx';
import { useValueText } from './rule-value.tsx';
import { useRuleWords } from './rule-words.ts';

/** 一つのルール: what holds, from where, what became of it, and how to change it. */
export function RulePage() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const area = textOf(search['area']);
  const context = textOf(search['context']);
  const rule = textOf(search['rule']);
  const t = useRuleWords();
  const { language } = useLanguage();
  const { data, error, refetch } = useRule(area, context, rule);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={data?.rule.name[language] ?? t.nav.rules} />
      <Link {...rulesAddress(area)} className="inline-flex min-h-11 items-center self-start text-key-900 underline">
        {t.rule.back}
      </Link>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <>
          <Holds page={data} />
          <Tiers page={data} />
          {/* Anew once something was decided: what was typed has become a decision. */}
          <ChangeRule key={`${data.area.id} ${context} ${rule} ${data.entries.length}`} page={data} />
          <History page={data} />
        </>
      ) : null}
    </div>
  );
}

function Holds({ page: { rule, area } }: { page: Page }) {
  const t = useRuleWords();
  const { language } = useLanguage();
  const { day } = useTime();
  const textOfValue = useValueText();
  const bound = rule.bound as Bound;
  return (
    <section aria-labelledby="holds" className="flex flex-col gap-1">
      <p className="text-std-16N-170">{rule.meaning[language]}</p>
      <h2 id="holds" className="mt-2 text-dns-14B-130 text-solid-gray-700">
        {t.rule.now(area.name)}
      </h2>
      <p className="text-std-20B-150" data-holds>
        {textOfValue(rule, rule.value)}
      </p>
      <p className="text-std-16N-170">
        {rule.area === null ? t.rules.standard : rule.area.name}
        {rule.since === null ? '' : ` ${t.rules.since(day(rule.since))}`}
      </p>
      {rule.coming.length > 0 ? (
        <>
          <h3 className="mt-2 text-dns-14B-130 text-solid-gray-700">{t.rule.coming}</h3>
          <ul>
            {rule.coming.map((one) => (
              <li key={one.from} className="text-std-16B-170 text-key-1000">
                {t.rules.coming(day(one.from), textOfValue(rule, one.value))}
                {one.area === null ? `（${t.rules.standard}）` : `（${one.area.name}）`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="text-dns-14N-130 text-solid-gray-700">
        {t.rule.standard(textOfValue(rule, rule.standard))}・
        {rule.source === null ? t.rules.ours : t.rules.source(rule.source)}
        {'least' in bound && rule.unit !== 'minute_of_day' ? `・${t.rule.bound(bound.least, bound.most)}` : ''}
      </p>
    </section>
  );
}

function Tiers({ page: { tiers, rule, area } }: { page: Page }) {
  const t = useRuleWords();
  const { day } = useTime();
  const textOfValue = useValueText();
  return (
    <section aria-labelledby="tiers" className="flex flex-col gap-1">
      <h2 id="tiers" className="text-std-18B-160">
        {t.rule.tiers}
      </h2>
      <p className="text-dns-14N-130 text-solid-gray-700">{t.rule.tiersHelp}</p>
      <dl className="flex flex-col border-t border-solid-gray-420">
        {tiers.map((tier) => (
          <div key={tier.area.id} className="flex flex-wrap gap-x-4 border-b border-solid-gray-200 py-2">
            <dt className="basis-56 text-std-16N-170">
              {tier.area.name}
              {tier.area.id === area.id ? `（${t.rule.here}）` : ''}
            </dt>
            <dd className={tier.value === undefined ? 'text-std-16N-170 text-solid-gray-700' : 'text-std-16B-170'}>
              {tier.value === undefined ? t.rule.undecided : textOfValue(rule, tier.value)}
              {tier.since === null ? '' : ` ${t.rules.since(day(tier.since))}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function History({ page: { entries, rule } }: { page: Page }) {
  const t = useRuleWords();
  const { day, moment } = useTime();
  const textOfValue = useValueText();
  const valueOr = (value: unknown, otherwise: string) => (value === undefined ? otherwise : textOfValue(rule, value));
  return (
    <section aria-labelledby="history" className="flex flex-col gap-1">
      <h2 id="history" className="text-std-18B-160">
        {t.rule.history}
      </h2>
      {entries.length === 0 ? <p className="text-std-16N-170">{t.rule.noHistory}</p> : null}
      <ol className="flex flex-col">
        {entries.map((entry) => (
          <li
            key={`${entry.recordedAt} ${entry.area.id} ${entry.from}`}
            className="flex flex-col border-b border-solid-gray-200 py-2 text-dns-16N-130"
          >
            <span className="text-std-16B-170">
              {entry.area.name} {t.rules.since(day(entry.from))}{' '}
              {entry.value === undefined
                ? t.rule.withdrawn
                : t.rule.changed(valueOr(entry.before, t.rule.nothing), textOfValue(rule, entry.value))}
            </span>
            <span>
              {entry.reason === null ? t.reasonUnknown : t.reason[entry.reason]}
              {entry.agreed === null
                ? ''
                : `・${t.rule.agreed(entry.agreed.name, entry.agreed.on === null ? '' : day(entry.agreed.on))}`}
            </span>
            <span className="text-dns-14N-130 text-solid-gray-700">
              {entry.by === null ? t.rule.byCouncil : t.rule.by(entry.by.name, entry.by.organization)}・
              {t.rule.recorded(moment(entry.recordedAt))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
