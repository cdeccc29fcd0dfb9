import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask } from '../api/client.ts';
import type { Answered } from '../api/contract.ts';
import type { Pair, Widened } from '../i18n/dictionary.ts';
import { useWords } from '../i18n/index.tsx';
import { Button } from '../ui/button.tsx';
import { Field, inputClass } from '../ui/field.tsx';
import { Refused } from '../ui/problem.tsx';

/** Whoever is given nobody's list looks one person up: the words come with the page that asks. */
const ja = {
  open: '一覧にいない方を、生年月日とふりがなで探す',
  close: '探すのをやめる',
  alone: 'あなたの一覧には、まだだれもいません。登録済みの方を、ここで探してください。',
  help: '保険証などで確かめた生年月日と、ふりがな（姓から２文字以上）で探します。誰が何のために探したかは、記録されます。',
  birthDate: '生年月日',
  kana: 'ふりがな',
  kanaHelp: '例：ワタナベ ハナコ',
  look: '探す',
  looking: '探しています',
  title: '探した結果',
  none: '見つかりません。生年月日とふりがなを確かめてください。登録がまだの方は、先に患者を登録します。',
  more: 'ほかにもいます。ふりがなを名まで入れてください。',
  failed: '探せませんでした',
};
const en: Widened<typeof ja> = {
  open: 'Find somebody who is not on the list by birth date and reading',
  close: 'Stop looking',
  alone: 'Nobody is on your list yet. Find whoever is registered here.',
  help: 'Give the birth date, as on the insurance card, and the reading from the family name on (two characters at least). Who looked, and what for, is recorded.',
  birthDate: 'Date of birth',
  kana: 'Reading (kana)',
  kanaHelp: 'For example ワタナベ ハナコ',
  look: 'Find',
  looking: 'Looking',
  title: 'Found',
  none: 'Nobody was found. Check the birth date and the reading. Who is not registered yet is registered first.',
  more: 'There are more. Give the reading of the given name, too.',
  failed: 'The search failed',
};
const words: Pair<Widened<typeof ja>> = { ja, en };

export type PersonHit = Answered<'/api/v1/patients/searches'>['hits'][number];

/** 生年月日とふりがなで探す: for whom one stands in no relation to yet. */
export function PersonSearch({
  command,
  alone,
  choose,
}: {
  command: string;
  /** There is no list beside it. */
  alone: boolean;
  choose: (hit: PersonHit) => void;
}) {
  const t = useWords(words);
  const [opened, open] = useState(false);
  const [birthDate, setBirthDate] = useState('');
  const [kana, setKana] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const search = useMutation({
    mutationFn: () => ask('/api/v1/patients/searches', { birthDate, kana, for: command }),
  });
  const { data, error, isPending } = search;
  if (!opened && !alone)
    return (
      <div>
        <Button look="plain" onClick={() => open(true)}>
          {t.open}
        </Button>
      </div>
    );
  const look = () => {
    if (birthDate !== '' && kana.trim() !== '' && !isPending) search.mutate();
    else first.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    // The form around it is not sent by what is looked up for it.
    event.preventDefault();
    look();
  };
  return (
    <section
      aria-label={t.open}
      className="flex flex-col gap-3 rounded-8 border border-solid-gray-420 bg-solid-gray-50 p-4"
    >
      {alone ? <p className="text-std-16B-170">{t.alone}</p> : null}
      <p className="text-std-16N-170">{t.help}</p>
      <div className="grid gap-3 md:grid-cols-2">
        <Field name="search.birthDate" label={t.birthDate} required>
          {(control) => (
            <input
              {...control}
              ref={first}
              type="date"
              value={birthDate}
              onChange={({ target }) => setBirthDate(target.value)}
              onKeyDown={onKeyDown}
              className={inputClass}
            />
          )}
        </Field>
        <Field name="search.kana" label={t.kana} required hint={t.kanaHelp}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              maxLength={100}
              value={kana}
              onChange={({ target }) => setKana(target.value)}
              onKeyDown={onKeyDown}
              className={inputClass}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={look}>{isPending ? t.looking : t.look}</Button>
        {alone ? null : (
          <Button look="plain" onClick={() => open(false)}>
            {t.close}
          </Button>
        )}
      </div>
      {error ? <Refused problem={error} title={t.failed} /> : null}
      <ul className="flex flex-col gap-1" aria-label={t.title}>
        {data?.hits.map((hit) => (
          <li key={hit.id}>
            <button
              type="button"
              onClick={() => choose(hit)}
              className="flex min-h-11 w-full flex-wrap items-center gap-x-3 rounded-8 border border-solid-gray-420 bg-white px-3 py-1 text-left text-dns-16N-130 hover:bg-key-50 hover:underline"
            >
              {hit.name}
              <span className="text-dns-14N-130 text-solid-gray-700">
                {[hit.kana, hit.birthDate, hit.municipality.name].filter(Boolean).join('　')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-std-16N-170">
        {data?.hits.length === 0 ? t.none : ''}
        {data?.more ? t.more : ''}
      </p>
    </section>
  );
}
