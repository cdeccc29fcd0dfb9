import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { UsedForm } from '../../../forms/use-command-form.ts';
import { textOf, useText } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Notice } from '../../../ui/notice.tsx';
import { addressOf, useLike } from '../directory.ts';
import { useDirectoryWords } from './directory-words.ts';
import { LINK } from './facts.tsx';

/** Nobody is looked for while somebody is still typing. */
const SETTLED_MS = 500;
const BIRTH = /^\d{4}-\d{2}-\d{2}$/;
const SEXES = ['female', 'male', 'other', 'unknown'] as const;

/** 似た方: who may be the person that is being registered. It is shown and proves nothing: twins exist. */
export function LikelyOnes({ used }: { used: UsedForm }) {
  const t = useDirectoryWords();
  const { app } = useText();
  const { day } = useTime();
  const { form } = used;
  const text = (name: string) => textOf(form.watch(name)).trim();
  const typed = JSON.stringify([text('name'), text('kana'), text('birthDate'), text('sex')]);
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const [name = '', kana = '', birthDate = '', said = ''] = JSON.parse(settled) as string[];
  const sex = SEXES.find((one) => one === said) ?? 'unknown';
  const isWhole = name !== '' && kana !== '' && BIRTH.test(birthDate);
  const { data = [] } = useLike(isWhole ? { name, kana, birthDate, sex } : null);
  return (
    <div role="status">
      {isWhole && data.length > 0 ? (
        <Notice look="warning" title={t.like.title}>
          <p className="text-std-16N-170">{t.like.help}</p>
          <ul data-like className="mt-2 flex flex-col gap-2">
            {data.map((one) => (
              <li key={one.id} className="border-t border-solid-gray-420 pt-2 text-std-16N-170">
                <span className="font-bold">{one.name}</span>（{one.kana}）　{day(one.birthDate)}　
                {one.municipality.name}
                <br />
                <span className="text-dns-14N-130">{one.alike.map((why) => t.like.alike[why]).join(app.comma)}</span>
                {one.opens ? (
                  <Link
                    {...addressOf('patient', one.id)}
                    className={`${LINK} ml-4`}
                    aria-label={`${one.name} ${t.like.open}`}
                  >
                    {t.like.open}
                  </Link>
                ) : null}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
