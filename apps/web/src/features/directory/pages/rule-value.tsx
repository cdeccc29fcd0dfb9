import { useId } from 'react';
import { labelOf, textOf, useLanguage, type Language } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { blankOf, clockOf, minuteTyped, numberTyped, type Bound, type Shown } from '../rules.ts';
import { useRuleWords, type RuleWords } from './rule-words.ts';

type Ruled = Pick<Shown, 'unit' | 'labels'>;

/** What a code or part is called: by its own rule, or as everywhere. */
function calledOf({ labels }: Ruled, { codes }: RuleWords, language: Language): (code: string) => string {
  const own = labels as Readonly<Record<string, { ja: string; en: string }>>;
  const { topic, scene } = codes;
  return (code) => own[code]?.[language] ?? labelOf({ ...topic, ...scene }, code);
}

/** A value in words. */
export function useValueText(): (rule: Ruled, value: unknown) => string {
  const t = useRuleWords();
  const { language } = useLanguage();
  return (rule, value) => said(rule, value, t, calledOf(rule, t, language));
}

function said(rule: Ruled, value: unknown, t: RuleWords, called: (code: string) => string): string {
  if (typeof value === 'number')
    return t.counted[rule.unit](rule.unit === 'minute_of_day' ? clockOf(value) : `${value}`);
  if (typeof value === 'string') return called(value);
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    if (list.length === 0) return t.rules.empty;
    if (list.every((one) => typeof one === 'number')) return t.counted[rule.unit](list.join('・'));
    if (list.every((one) => typeof one === 'string')) return list.map(called).join('、');
    return t.rules.entries(list.length);
  }
  return Object.entries(value ?? {})
    .map(([name, part]) => `${called(name)} ${Array.isArray(part) ? t.rules.entries(part.length) : ''}`)
    .join('・');
}

interface Props {
  readonly rule: Ruled;
  readonly bound: Bound;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  readonly label: string;
  readonly today: string;
  readonly id?: string;
}

/** A value of whichever kind its bound has, within reach of a thumb. */
export function ValueEditor(props: Props) {
  const { bound } = props;
  if ('least' in bound) return <NumberEditor {...props} {...bound} />;
  if ('word' in bound) return <WordEditor {...props} words={bound.word} />;
  if ('parts' in bound) return <PartsEditor {...props} parts={bound.parts} />;
  if ('codes' in bound) return <CodesEditor {...props} codes={bound.codes} />;
  if ('every' in bound) return <ListEditor {...props} every={bound.every} longest={bound.longest} />;
  return <NumbersEditor {...props} {...bound} />;
}

function NumberEditor({ rule, value, change, label, id }: Props & { least: number; most: number }) {
  const t = useRuleWords();
  const clock = rule.unit === 'minute_of_day';
  const [before = '', after = ''] = clock ? [] : t.counted[rule.unit]('|').split('|');
  return (
    <span className="flex items-center gap-2">
      {before}
      <input
        id={id}
        aria-label={label}
        {...(clock ? { type: 'time' } : { inputMode: 'numeric' as const, autoComplete: 'off' })}
        value={clock && typeof value === 'number' ? clockOf(value) : textOf(value)}
        onChange={({ target }) => change((clock ? minuteTyped : numberTyped)(target.value))}
        className={`${inputClass} max-w-32`}
      />
      {after}
    </span>
  );
}

/** A ladder: one number for each of its levels. */
function NumbersEditor({
  rule,
  value,
  change,
  label,
  each,
  fewest,
  longest,
}: Props & { each: { least: number; most: number }; fewest: number; longest: number }) {
  const t = useRuleWords();
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-wrap gap-3">
        {list.map((one, i) => (
          // oxlint-disable-next-line no-array-index-key -- a level is its place
          <li key={i} className="flex flex-col gap-1">
            <span className="text-dns-14N-130">{t.rule.level(i + 1)}</span>
            <NumberEditor
              {...{ rule, bound: each, ...each, today: '' }}
              label={`${label} ${t.rule.level(i + 1)}`}
              value={one}
              change={(next) => change(list.with(i, next))}
            />
          </li>
        ))}
      </ol>
      <span className="flex gap-2">
        {list.length < longest ? (
          <Button onClick={() => change([...list, list.at(-1) ?? each.least])}>{t.rule.add}</Button>
        ) : null}
        {list.length > fewest ? (
          <Button look="plain" onClick={() => change(list.slice(0, -1))}>
            {t.rule.remove(list.length)}
          </Button>
        ) : null}
      </span>
    </div>
  );
}

function CodesEditor({ rule, value, change, label, codes }: Props & { codes: readonly string[] }) {
  const t = useRuleWords();
  const { language } = useLanguage();
  const called = calledOf(rule, t, language);
  const chosen = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {codes.map((code) => (
        <label
          key={code}
          className="flex min-h-11 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 bg-white px-3 py-1.5 text-dns-16N-130 has-checked:border-key-900 has-checked:bg-key-50"
        >
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={({ target }) =>
              change(target.checked ? [...chosen, code] : chosen.filter((other) => other !== code))
            }
            className="size-5 shrink-0 accent-key-900"
          />
          {called(code)}
        </label>
      ))}
    </div>
  );
}

function WordEditor({ rule, value, change, label, words }: Props & { words: readonly string[] | 'day' }) {
  const t = useRuleWords();
  const { language } = useLanguage();
  const called = calledOf(rule, t, language);
  const text = typeof value === 'string' ? value : '';
  const asText = (next: string) => change(next);
  if (words === 'day')
    return (
      <input
        type="date"
        aria-label={label}
        value={text}
        onChange={({ target }) => asText(target.value)}
        className={`${inputClass} max-w-52`}
      />
    );
  return (
    <select
      aria-label={label}
      value={text}
      onChange={({ target }) => asText(target.value)}
      className={`${inputClass} max-w-72`}
    >
      {words.map((word) => (
        <option key={word} value={word}>
          {called(word)}
        </option>
      ))}
    </select>
  );
}

function PartsEditor({ rule, value, change, label, today, parts }: Props & { parts: Readonly<Record<string, Bound>> }) {
  const t = useRuleWords();
  const { language } = useLanguage();
  const called = calledOf(rule, t, language);
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const set = (name: string, next: unknown) => {
    const { [name]: _before, ...others } = given;
    // What may be left out is left out where nothing of it is chosen.
    change(Array.isArray(next) && next.length === 0 && !(name in given) ? others : { ...others, [name]: next });
  };
  return (
    <div className="flex flex-col gap-3">
      {Object.entries(parts).map(([name, bound]) => (
        <fieldset key={name} className="flex min-w-0 flex-col gap-1">
          <legend className="text-dns-14B-130">{called(name)}</legend>
          <ValueEditor
            {...{ rule, bound, today }}
            label={`${label} ${called(name)}`}
            value={given[name]}
            change={(next) => set(name, next)}
          />
        </fieldset>
      ))}
    </div>
  );
}

function ListEditor({
  rule,
  value,
  change,
  label,
  today,
  every,
  longest,
}: Props & { every: Extract<Bound, { parts: unknown }>; longest: number }) {
  const t = useRuleWords();
  const id = useId();
  const list = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
  const kept = (one: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(one).filter(
        ([name, part]) => !(every.spared.includes(name) && Array.isArray(part) && part.length === 0),
      ),
    );
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-3 empty:hidden">
        {list.map((one, i) => (
          // oxlint-disable-next-line no-array-index-key -- a line is its place
          <li key={`${id}-${i}`} className="rounded-8 border border-solid-gray-420 p-3">
            <PartsEditor
              {...{ rule, bound: every, today }}
              parts={every.parts}
              label={`${label} ${t.rule.level(i + 1)}`}
              value={one}
              change={(next) => change(list.with(i, kept(next as Readonly<Record<string, unknown>>)))}
            />
            <Button look="plain" onClick={() => change(list.filter((_, other) => other !== i))}>
              {t.rule.remove(i + 1)}
            </Button>
          </li>
        ))}
      </ol>
      {list.length < longest ? (
        <span>
          <Button onClick={() => change([...list, blankOf(every, today)])}>{t.rule.add}</Button>
        </span>
      ) : null}
    </div>
  );
}
