import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { labelOf, textOf, useLanguage } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { ruleAddress, rulesAddress, useRuleAreas, useRules, type RulesOfArea, type Shown } from '../rules.ts';
import { useValueText } from './rule-value.tsx';
import { useRuleWords } from './rule-words.ts';

/** As somebody meets them: what most are about first. */
const ORDER = [
  'handovers',
  'consultations',
  'help_desk',
  'backup',
  'services',
  'issues',
  'councils',
  'packs',
  'reports',
];
const place = (context: string): number => (ORDER.includes(context) ? ORDER.indexOf(context) : ORDER.length);

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** 圏域のルール: what holds in an area today, from where, and what is to come. */
export function RulesPage() {
  const t = useRuleWords();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const areas = useRuleAreas();
  const asked = textOf(search['area']);
  const area = areas.data ? (asked === '' ? areas.data[0]?.id : asked) : undefined;
  const { data, error, refetch } = useRules(area);
  const [text, setText] = useState('');
  const [context, setContext] = useState('');
  const [decided, setDecided] = useState(false);
  const words = folded(text);
  const fits = (rule: Shown) =>
    (!decided || rule.area !== null || rule.coming.length > 0) &&
    folded([rule.name[language], rule.meaning[language]].join(' ')).includes(words);
  const contexts = (data?.contexts ?? []).toSorted((a, b) => place(a.context) - place(b.context));
  const shown = contexts
    .filter((one) => context === '' || one.context === context)
    .map((one) => ({ ...one, rules: one.rules.filter(fits) }))
    .filter((one) => one.rules.length > 0);
  const count = shown.reduce((sum, { rules }) => sum + rules.length, 0);
  const failed = areas.error ?? error;
  const { areaLevel } = t.codes;
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={t.nav.rules} />
      <p className="max-w-4xl text-std-16N-170">{t.rules.intro}</p>
      {failed ? <LoadFailed problem={failed} again={() => void (areas.error ? areas.refetch() : refetch())} /> : null}
      {areas.data?.length === 0 ? (
        <Notice look="warning" title={t.rules.noArea}>
          <p className="text-std-16N-170">{t.rules.noAreaHelp}</p>
        </Notice>
      ) : null}
      {!data && !failed && areas.data?.length !== 0 ? <Loading /> : null}
      {data && areas.data ? (
        <>
          <div className="flex flex-wrap items-end gap-4">
            <label className="flex w-full flex-col gap-1 text-std-16B-170 md:w-72">
              {t.rules.area}
              <select
                value={data.area.id}
                onChange={({ target }) => void navigate(rulesAddress(target.value) as Parameters<typeof navigate>[0])}
                className={inputClass}
              >
                {areas.data.map(({ id, name, level }) => (
                  <option key={id} value={id}>
                    {name}（{labelOf(areaLevel, level)}）
                  </option>
                ))}
              </select>
            </label>
            <label className="flex w-full flex-col gap-1 text-std-16B-170 md:w-64">
              {t.rules.context}
              <select value={context} onChange={({ target }) => setContext(target.value)} className={inputClass}>
                <option value="">{t.rules.all}</option>
                {contexts.map((one) => (
                  <option key={one.context} value={one.context}>
                    {one.title[language]}
                  </option>
                ))}
              </select>
            </label>
            <label className="flex w-full flex-col gap-1 text-std-16B-170 md:w-72">
              {t.rules.find}
              <input
                type="search"
                value={text}
                onChange={({ target }) => setText(target.value)}
                autoComplete="off"
                className={inputClass}
              />
            </label>
            <label className="flex min-h-12 items-center gap-2 text-std-16N-170">
              <input
                type="checkbox"
                checked={decided}
                onChange={({ target }) => setDecided(target.checked)}
                className="size-5 shrink-0 accent-key-900"
              />
              {t.rules.onlyDecided}
            </label>
          </div>
          <p role="status" className="text-dns-14N-130 text-solid-gray-700">
            {count > 0 ? t.rules.count(count) : t.rules.none}
          </p>
          {shown.map((one) => (
            <Context key={one.context} one={one} area={data.area.id} />
          ))}
        </>
      ) : null}
    </div>
  );
}

function Context({ one: { context, title, rules }, area }: { one: RulesOfArea['contexts'][number]; area: string }) {
  const t = useRuleWords();
  const { language } = useLanguage();
  return (
    <section aria-labelledby={`rules-${context}`} data-context={context} className="flex flex-col gap-1">
      <h2 id={`rules-${context}`} className="text-std-18B-160">
        {title[language]}
      </h2>
      <div
        aria-hidden="true"
        className="hidden grid-cols-[minmax(0,5fr)_minmax(0,2fr)_minmax(0,3fr)_8rem] gap-x-4 border-b border-solid-gray-420 py-1 text-dns-14B-130 text-solid-gray-700 md:grid"
      >
        <span>{t.rules.name}</span>
        <span>{t.rules.value}</span>
        <span>{t.rules.from}</span>
        <span />
      </div>
      <ul className="flex flex-col">
        {rules.map((rule) => (
          <Line key={rule.key} {...{ rule, context, area }} />
        ))}
      </ul>
    </section>
  );
}

function Line({ rule, context, area }: { rule: Shown; context: string; area: string }) {
  const t = useRuleWords();
  const { language } = useLanguage();
  const { day } = useTime();
  const textOfValue = useValueText();
  const name = rule.name[language];
  return (
    <li
      data-rule={`${context}.${rule.key}`}
      className="grid gap-x-4 gap-y-1 border-b border-solid-gray-200 py-2 md:grid-cols-[minmax(0,5fr)_minmax(0,2fr)_minmax(0,3fr)_8rem] md:items-center"
    >
      <div className="min-w-0">
        <p className="text-std-16B-170">{name}</p>
        <p className="text-dns-14N-130 text-solid-gray-800">{rule.meaning[language]}</p>
      </div>
      <p className="text-std-17B-170">{textOfValue(rule, rule.value)}</p>
      <div className="min-w-0 text-dns-14N-130">
        <p>
          {rule.area === null ? t.rules.standard : rule.area.name}
          {rule.since === null ? '' : ` ${t.rules.since(day(rule.since))}`}
        </p>
        {rule.coming.map((one) => (
          <p key={one.from} className="text-std-14B-130 text-key-1000">
            {t.rules.coming(day(one.from), textOfValue(rule, one.value))}
          </p>
        ))}
      </div>
      <Link
        {...ruleAddress(area, context, rule.key)}
        aria-label={t.rules.openOf(name)}
        className="inline-flex min-h-11 items-center text-oln-16N-100 text-key-900 underline"
      >
        {t.rules.open}
      </Link>
    </li>
  );
}
