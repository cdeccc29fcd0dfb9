import { useState } from 'react';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { UserLookup } from '../../../forms/lookups.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { textOf } from '../../../i18n/index.tsx';
import { Field, FieldGroup } from '../../../ui/field.tsx';
import type { Person } from '../directory.ts';
import { useDirectoryWords } from './directory-words.ts';

const listed = (value: unknown): string[] => [value].flat().map(textOf).filter(Boolean);

/** ケアチームを変える: who is taken out, and one who joins at a time. */
export function CareTeam({ one, onDone, cancel }: { one: Person; onDone: () => void; cancel: () => void }) {
  const t = useDirectoryWords();
  const [initial] = useState(() => ({ careTeam: one.careTeam.map(({ id }) => id), joins: '', occurredAt: '' }));
  const used = useCommandForm({
    command: 'ChangeCareTeam',
    id: one.id,
    initial,
    check: () => [],
    toBody: (values) => ({
      careTeam: [...new Set([...listed(values['careTeam']), ...listed(values['joins'])])],
    }),
    onDone,
  });
  const { form } = used;
  const team = listed(form.watch('careTeam'));
  return (
    <FormFrame used={used} names={['careTeam', 'joins']} submit={t.command.ChangeCareTeam} cancel={cancel}>
      <FieldGroup name="careTeam" label={t.team.members} error={used.errorOf('careTeam')}>
        {team.length === 0 ? <p className="text-std-16N-170">{t.team.empty}</p> : null}
        <ul className="flex flex-wrap gap-2">
          {one.careTeam
            .filter(({ id }) => team.includes(id))
            .map(({ id, name, organization }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-label={t.team.remove(name)}
                  onClick={() => {
                    form.setValue(
                      'careTeam',
                      team.filter((other) => other !== id),
                      { shouldDirty: true },
                    );
                    used.mended('careTeam');
                  }}
                  className="inline-flex min-h-11 items-center gap-2 rounded-8 border border-solid-gray-600 bg-white px-3 text-dns-16N-130"
                >
                  {name}（{organization.name}）<span aria-hidden="true">×</span>
                </button>
              </li>
            ))}
        </ul>
      </FieldGroup>
      <Field name="joins" label={t.team.add} error={used.errorOf('joins')}>
        {(control) => <UserLookup {...{ used, control }} name="joins" label={t.team.add} />}
      </Field>
    </FormFrame>
  );
}
