import { useState } from 'react';
import { newKey, put } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Refused } from '../../../ui/problem.tsx';
import type { Shown } from './channels-page.tsx';
import { useNotificationWords } from './page-words.ts';
import { canPush, subscribe } from './push.ts';

type Kind = Shown['offered'][number]['kind'];

/** Adds a contact, under an id that is made when the form opens: pressed twice it is added once. */
export function AddContact({
  offered,
  pushKey,
  changed,
}: Pick<Shown, 'offered' | 'pushKey'> & { changed: () => void }) {
  const t = useNotificationWords();
  const typed = offered.filter(({ kind }) => kind !== 'push');
  const [kind, setKind] = useState<Kind>(typed[0]?.kind ?? 'webhook');
  const [address, setAddress] = useState('');
  const [id, setId] = useState(newKey);
  const [problem, setProblem] = useState<unknown>();
  const [refusedPush, setRefusedPush] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);

  const add = async (body: object) => {
    setProblem(undefined);
    try {
      const added = await put<{ secret: string | null }>('/api/v1/contact-points/{id}', { id }, JSON.stringify(body), {
        ifMatch: '"0"',
        keepalive: false,
      });
      setSecret(added.secret);
      setAddress('');
      setId(newKey());
      changed();
    } catch (refused) {
      setProblem(refused);
    }
  };
  const allowPush = async () => {
    setRefusedPush(false);
    try {
      const subscribed = await subscribe(pushKey);
      if (subscribed) await add({ kind: 'push', ...subscribed });
      else setRefusedPush(true);
    } catch {
      setRefusedPush(true);
    }
  };

  return (
    <section aria-labelledby="add" className="flex flex-col gap-3">
      <h2 id="add" className="text-std-18B-160">
        {t.add}
      </h2>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void add({ kind, address });
        }}
      >
        <div className="flex flex-wrap gap-4">
          <div className="w-56">
            <Field name="kind" label={t.channel} required>
              {(control) => (
                <select
                  {...control}
                  className={inputClass}
                  value={kind}
                  onChange={(event) => setKind(event.target.value as Kind)}
                >
                  {typed.map((one) => (
                    <option key={one.kind} value={one.kind}>
                      {t.kinds[one.kind]}
                      {one.simulated ? t.simulated : ''}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <div className="min-w-64 flex-1">
            <Field name="address" label={`${t.address}　${t.addressHint[kind]}`} required>
              {(control) => (
                <input
                  {...control}
                  className={inputClass}
                  autoComplete="off"
                  maxLength={2_000}
                  value={address}
                  onChange={(event) => setAddress(event.target.value)}
                />
              )}
            </Field>
          </div>
        </div>
        {problem === undefined ? null : <Refused problem={problem} keeps />}
        <p>
          <Button type="submit" look="primary">
            {t.addIt}
          </Button>
        </p>
      </form>
      {secret === null ? null : (
        <Notice look="good" title={t.secretTitle}>
          <p className="font-mono break-all">{secret}</p>
        </Notice>
      )}
      {offered.some(({ kind: one }) => one === 'push') ? (
        canPush() ? (
          <p>
            <Button onClick={() => void allowPush()}>{t.allowPush}</Button>
          </p>
        ) : (
          <p className="text-std-16N-170">{t.pushImpossible}</p>
        )
      ) : null}
      {refusedPush ? (
        <div role="alert">
          <Notice look="warning">
            <p className="text-std-16N-170">{t.pushRefused}</p>
          </Notice>
        </div>
      ) : null}
    </section>
  );
}
