import { useState } from 'react';
import { useCommand } from '../../api/queries.ts';
import { useText } from '../../i18n/index.tsx';
import { atHour, HOUR, localOf, momentOf } from '../../time/moments.ts';
import { useTime } from '../../time/use-time.ts';
import { Button } from '../../ui/button.tsx';
import { Field, inputClass } from '../../ui/field.tsx';
import { Refused } from '../../ui/problem.tsx';

const PICKED = 'picked';

/** Until when: usual moments, or one that is picked. */
export function Choice({ obligation, close }: { obligation: string; close: () => void }) {
  const t = useText();
  const { now, moment } = useTime();
  const [chosen, choose] = useState('');
  const [picked, pick] = useState(() => localOf(now + 2 * HOUR));
  const [done, setDone] = useState('');
  const command = useCommand('PromiseObligation');

  const options = [
    { value: new Date(now + HOUR).toISOString(), id: 'hour', label: t.promise.inAnHour },
    { value: new Date(atHour(now, 0, 17)).toISOString(), id: 'evening', label: t.promise.thisEvening },
    { value: new Date(atHour(now, 1, 12)).toISOString(), id: 'noon', label: t.promise.tomorrowNoon },
    { value: new Date(atHour(now, 1, 17)).toISOString(), id: 'tomorrow', label: t.promise.tomorrowEvening },
  ].filter(({ value }) => Date.parse(value) > now);
  const until = chosen === PICKED ? momentOf(picked) : options.find(({ id }) => id === chosen)?.value;

  if (done !== '')
    return (
      <div className="flex flex-col gap-4">
        <p role="status" className="text-std-17B-170">
          {t.promise.done(done)}
        </p>
        <Button look="primary" onClick={close} autoFocus>
          {t.promise.close}
        </Button>
      </div>
    );
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (until === undefined || command.isPending) return;
        command.mutate({ id: obligation, body: { until } }, { onSuccess: () => setDone(moment(until)) });
      }}
    >
      {command.error ? <Refused problem={command.error} keeps /> : null}
      <fieldset className="min-w-0">
        <legend className="mb-2 text-dns-14N-130 text-solid-gray-700">{t.promise.help}</legend>
        <div className="flex flex-col gap-2">
          {[...options, { id: PICKED, label: t.promise.pick }].map(({ id, label }) => (
            <label
              key={id}
              className="flex min-h-11 cursor-pointer items-center gap-3 rounded-8 border border-solid-gray-600 px-3 has-checked:border-key-900 has-checked:bg-key-50"
            >
              <input
                type="radio"
                name="until"
                value={id}
                checked={chosen === id}
                onChange={() => choose(id)}
                className="size-5 accent-key-900"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {chosen === PICKED ? (
        <Field name="until" label={t.promise.until} required>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={picked}
              onChange={(event) => pick(event.target.value)}
              className={inputClass}
            />
          )}
        </Field>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={command.isPending} aria-disabled={until === undefined}>
          {t.promise.submit}
        </Button>
        <Button look="plain" onClick={close}>
          {t.promise.cancel}
        </Button>
      </div>
    </form>
  );
}
