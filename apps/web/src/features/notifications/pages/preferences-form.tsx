import { useState } from 'react';
import { put } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Refused } from '../../../ui/problem.tsx';
import type { Shown } from './channels-page.tsx';
import { useNotificationWords } from './page-words.ts';

type Preferences = Shown['preferences'];
type Class = keyof Preferences['classes'];
type Kind = Shown['offered'][number]['kind'];
const CLASSES: readonly Class[] = ['emergency', 'urgent', 'chase', 'notice'];

/** What by which channel in which hours. */
export function PreferencesForm({
  shown,
  saved,
  changed,
}: {
  shown: Shown;
  /** Whether what stands here is what was saved just now. */
  saved: boolean;
  changed: (saved: boolean) => void;
}) {
  const t = useNotificationWords();
  const [wanted, setWanted] = useState<Preferences>(shown.preferences);
  const [problem, setProblem] = useState<unknown>();
  const set = (change: Partial<Preferences>) => {
    if (saved) changed(false);
    setWanted((before) => ({ ...before, ...change }));
  };
  const save = async () => {
    setProblem(undefined);
    try {
      await put('/api/v1/channels', {}, JSON.stringify(wanted), { ifMatch: `"${shown.version}"`, keepalive: false });
      changed(true);
    } catch (refused) {
      setProblem(refused);
    }
  };
  // By what somebody cannot be reached there is nothing to choose.
  const has = new Set(shown.contacts.map(({ kind }) => kind));
  const kinds = shown.offered.flatMap(({ kind }) => (has.has(kind) ? [kind] : []));
  return (
    <section aria-labelledby="preferences" className="flex flex-col gap-4">
      <h2 id="preferences" className="text-std-20B-150">
        {t.preferences}
      </h2>
      <p className="text-std-16N-170">{kinds.length === 0 ? t.preferencesNone : t.preferencesLead}</p>
      <fieldset className="flex flex-wrap gap-4">
        <legend className="mb-1 text-std-18B-160">{t.hours}</legend>
        <Time
          name="quietFrom"
          label={t.quietFrom}
          value={wanted.quiet.from}
          set={(from) => set({ quiet: { ...wanted.quiet, from } })}
        />
        <Time
          name="quietTo"
          label={t.quietTo}
          value={wanted.quiet.to}
          set={(to) => set({ quiet: { ...wanted.quiet, to } })}
        />
        <Time name="digestAt" label={t.digestAt} value={wanted.digestAt} set={(digestAt) => set({ digestAt })} />
      </fieldset>
      {(kinds.length === 0 ? [] : CLASSES).map((of) => {
        const reached = wanted.classes[of];
        const change = (part: Partial<Preferences['classes'][Class]>) =>
          set({ classes: { ...wanted.classes, [of]: { ...reached, ...part } } });
        return (
          <fieldset
            key={of}
            data-class={of}
            className="flex min-w-0 flex-col gap-3 rounded-8 border border-solid-gray-420 bg-white px-4 py-3"
          >
            <legend className="px-1 text-std-18B-160">{t.classes[of]}</legend>
            {of === 'emergency' ? <p className="text-std-16N-170">{t.emergencyNote}</p> : null}
            <Choice
              name={`${of}-day`}
              label={t.day}
              kinds={kinds}
              chosen={reached.day}
              set={(day) => change({ day })}
            />
            <Choice
              name={`${of}-night`}
              label={t.night}
              kinds={kinds}
              chosen={reached.night}
              set={(night) => change({ night })}
            />
            {of === 'emergency' ? null : (
              <>
                <p className="text-dns-14N-130 text-solid-gray-800">{t.nightNone}</p>
                <label className="inline-flex min-h-11 items-center gap-2 text-std-16N-170">
                  <input
                    type="checkbox"
                    className="size-6"
                    checked={reached.digest}
                    onChange={({ target }) => change({ digest: target.checked })}
                  />
                  {t.digest}
                </label>
              </>
            )}
          </fieldset>
        );
      })}
      {problem === undefined ? null : <Refused problem={problem} keeps />}
      {saved ? (
        <div role="status">
          <Notice look="good" title={t.saved} />
        </div>
      ) : null}
      <p>
        <Button look="primary" onClick={() => void save()}>
          {t.save}
        </Button>
      </p>
    </section>
  );
}

function Time({
  name,
  label,
  value,
  set,
}: {
  name: string;
  label: string;
  value: string;
  set: (value: string) => void;
}) {
  return (
    <div className="w-56">
      <Field name={name} label={label} required>
        {(control) => (
          <input
            {...control}
            type="time"
            className={inputClass}
            value={value}
            onChange={({ target }) => set(target.value)}
          />
        )}
      </Field>
    </div>
  );
}

/** In the order in which they were ticked; the numbers say it. */
function Choice({
  name,
  label,
  kinds,
  chosen,
  set,
}: {
  name: string;
  label: string;
  kinds: readonly Kind[];
  chosen: readonly Kind[];
  set: (chosen: Kind[]) => void;
}) {
  const t = useNotificationWords();
  const rank = (kind: Kind) =>
    kinds.filter((one) => chosen.includes(one)).length && chosen.filter((one) => kinds.includes(one)).indexOf(kind) + 1;
  return (
    <div role="group" aria-labelledby={name} className="flex flex-col gap-1">
      <p id={name} className="text-std-16B-170">
        {label}
      </p>
      <ul className="flex flex-wrap gap-x-5">
        {kinds.map((kind) => (
          <li key={kind}>
            <label className="inline-flex min-h-11 items-center gap-2 text-std-16N-170">
              <input
                type="checkbox"
                className="size-6"
                checked={chosen.includes(kind)}
                onChange={({ target }) =>
                  set(target.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind))
                }
              />
              {chosen.includes(kind) ? `${rank(kind)}. ` : ''}
              {t.kinds[kind]}
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
