import { useState } from 'react';
import type { Role } from '../../../api/types.ts';
import { QrPicture } from '../../../ui/qr-picture.tsx';
import { labelOf, useText } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { isOfThisComputer } from '../public-origin.ts';
import { useRegionWords } from './page-words.ts';

export interface Letter {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organization: string;
  readonly purpose: 'seat' | 'reset';
  readonly link: string;
  readonly expiresAt: string;
}

/** 招待状: a sheet for each person, to be shown to a telephone or printed and handed over. */
export function Letters({ letters, close }: { letters: readonly Letter[]; close: () => void }) {
  const t = useRegionWords();
  return (
    <section aria-label={t.people.letter} className="flex flex-col gap-4">
      <div className="flex flex-col gap-3 print:hidden">
        <Notice look="warning" title={t.people.shownOnce} />
        {letters.some(({ link }) => isOfThisComputer(link)) ? (
          <Notice look="bad" title={t.people.onlyHere}>
            <p className="text-std-16N-170">{t.people.onlyHereHelp}</p>
          </Notice>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <Button look="primary" onClick={() => window.print()}>
            {t.people.print}
          </Button>
          <Button onClick={close}>{t.people.close}</Button>
        </div>
      </div>
      {letters.map((letter) => (
        <Sheet key={letter.id} letter={letter} />
      ))}
    </section>
  );
}

function Sheet({ letter: { name, role, organization, purpose, link, expiresAt } }: { letter: Letter }) {
  const t = useRegionWords();
  const text = useText();
  const { moment } = useTime();
  const [copied, setCopied] = useState(false);
  return (
    <article className="flex break-inside-avoid flex-wrap items-start gap-6 rounded-8 border border-solid-gray-420 bg-white p-5">
      <QrPicture text={link} label={t.people.picture(name)} size={180} />
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-2">
        <h2 className="text-std-18B-160">{purpose === 'reset' ? t.people.resetLetter : t.people.letter}</h2>
        <p className="text-std-17B-170">{name}</p>
        <p className="text-std-16N-170">
          {labelOf(text.role, role)}・{organization}
        </p>
        <p className="text-std-16N-170">{purpose === 'reset' ? t.people.resetHelp : t.people.letterHelp}</p>
        <p className="text-dns-14N-130 text-solid-gray-700">{t.people.until(moment(expiresAt))}</p>
        <p className="text-dns-14N-130 break-all">{link}</p>
        {'clipboard' in navigator ? (
          <div className="flex items-center gap-3 print:hidden">
            <Button
              onClick={() =>
                void navigator.clipboard.writeText(link).then(
                  () => setCopied(true),
                  () => undefined,
                )
              }
            >
              {t.people.copy}
            </Button>
            <span role="status">{copied ? t.people.copied : ''}</span>
          </div>
        ) : null}
      </div>
    </article>
  );
}
