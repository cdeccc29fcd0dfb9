import { useState } from 'react';
import { newKey, put, remove } from '../../../api/client.ts';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Refused } from '../../../ui/problem.tsx';
import type { Shown } from './channels-page.tsx';
import { troubleIn, useNotificationWords } from './page-words.ts';

type Contact = Shown['contacts'][number];
const AS_IT_IS = { ifMatch: '"0"', keepalive: false };

/** One's contact points, each with what can be done with it. */
export function Contacts({ contacts, changed }: { contacts: readonly Contact[]; changed: () => void }) {
  const t = useNotificationWords();
  return (
    <section aria-labelledby="contacts" className="flex flex-col gap-3">
      <h2 id="contacts" className="text-std-20B-150">
        {t.contacts}
      </h2>
      {contacts.length === 0 ? <p className="text-std-16N-170">{t.noContacts}</p> : null}
      <ul className="flex flex-col gap-3">
        {contacts.map((contact) => (
          <One key={contact.id} contact={contact} changed={changed} />
        ))}
      </ul>
    </section>
  );
}

function One({ contact, changed }: { contact: Contact; changed: () => void }) {
  const t = useNotificationWords();
  const { stamp } = useTime();
  const [problem, setProblem] = useState<unknown>();
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState('');
  const { id, kind, address, main, verified, trouble, troubleAt, lastSentAt } = contact;
  const what = `${t.kinds[kind]} ${address}`;
  const done = async (work: Promise<unknown>, after?: () => void) => {
    setProblem(undefined);
    try {
      await work;
      after?.();
      changed();
    } catch (refused) {
      setProblem(refused);
    }
  };
  return (
    <li data-contact={kind} className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 bg-white px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 text-std-16N-170">
        <span className="font-bold">{t.kinds[kind]}</span>
        <span className="break-all">{address}</span>
        {verified ? (
          <span className="rounded-4 border border-success-2 px-2 text-dns-14B-130">{t.verified}</span>
        ) : null}
        {main ? <span className="rounded-4 border border-key-900 px-2 text-dns-14B-130">{t.main}</span> : null}
      </p>
      {lastSentAt === null ? null : <p className="text-dns-14N-130">{t.lastSent(stamp(lastSentAt))}</p>}
      {trouble === null ? null : (
        <Notice look="warning">
          <p className="text-std-16N-170">
            {troubleIn(t, trouble)}
            {troubleAt === null ? '' : `　${t.troubleSince(stamp(troubleAt))}`}
          </p>
        </Notice>
      )}
      {verified ? null : (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void done(
              put('/api/v1/contact-points/{id}/verification', { id }, JSON.stringify({ code: code.trim() }), AS_IT_IS),
            );
          }}
        >
          <p className="basis-full text-std-16N-170">{t.unverified}</p>
          <div className="w-48">
            <Field name={`code-${id}`} label={t.code} required>
              {(control) => (
                <input
                  {...control}
                  className={inputClass}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={6}
                  value={code}
                  onChange={(event) => setCode(event.target.value)}
                />
              )}
            </Field>
          </div>
          <Button type="submit" look="primary">
            {t.confirm}
          </Button>
        </form>
      )}
      {problem === undefined ? null : <Refused problem={problem} />}
      {sent ? <p role="status">{t.resent}</p> : null}
      <p className="flex flex-wrap gap-x-3">
        <Button
          onClick={() =>
            void done(
              put('/api/v1/contact-points/{id}/test', { id }, JSON.stringify({ key: newKey() }), AS_IT_IS),
              () => setSent(true),
            )
          }
        >
          {verified ? t.test : t.resend}
        </Button>
        {verified && !main ? (
          <Button
            aria-label={t.makeMainOf(what)}
            onClick={() => void done(put('/api/v1/contact-points/{id}/main', { id }, '{}', AS_IT_IS))}
          >
            {t.makeMain}
          </Button>
        ) : null}
        <Button
          look="plain"
          aria-label={t.removeOf(what)}
          onClick={() => void done(remove('/api/v1/contact-points/{id}', { id }))}
        >
          {t.remove}
        </Button>
      </p>
    </li>
  );
}
