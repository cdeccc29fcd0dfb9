import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ask } from '../../../api/client.ts';
import { useOrganizations, useUsers } from '../../../api/queries.ts';
import { Select } from '../../../forms/choices.tsx';
import type { UsedForm } from '../../../forms/use-command-form.ts';
import { labelOf, textOf, useText, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { words } from '../words.ts';
import { sideOf } from './side-of.ts';

/** A number is told by as many digits as one says of it. */
const FEWEST = 4;
/** Nobody types a number so slowly. */
const TYPED_MS = 300;
const MOST = 3;

const ORGANIZATION: string = 'consulter.organization';
const SIDE: string = 'consulter.side';

export const digitsIn = (text: string): string => text.normalize('NFKC').replaceAll(/\D/g, '');

/** The digits, once they have been typed. */
function useTyped(text: string): string {
  const digits = digitsIn(text);
  const [typed, set] = useState(digits);
  useEffect(() => {
    const timer = setTimeout(() => set(digits), TYPED_MS);
    return () => clearTimeout(timer);
  }, [digits]);
  return typed.length < FEWEST ? '' : typed;
}

/** 番号から: whose number it is, and what was asked from it before. A number stands in no address: it is asked by a POST. */
export function useCaller(number: string) {
  const digits = useTyped(number);
  const { data: all } = useOrganizations();
  const { data: found } = useQuery({
    queryKey: ['search', 'caller', digits],
    queryFn: () => ask('/api/v1/search', { q: digits }),
    enabled: digits !== '',
    staleTime: 0,
    gcTime: 0,
  });
  const organizations =
    digits === '' ? [] : (all ?? []).filter(({ phone }) => phone !== null && digitsIn(phone).includes(digits));
  const calls = (found?.cases ?? []).filter(({ about, why }) => about.kind === 'consultation' && why === 'telephone');
  return {
    organizations: organizations.slice(0, MOST),
    calls: calls.slice(0, MOST),
    isNew: digits !== '' && all !== undefined && found !== undefined && organizations.length + calls.length === 0,
  };
}

export type Caller = ReturnType<typeof useCaller>;

/** Takes an institution for the caller's; the side follows where it has not been said. */
export function takeOrganization(used: UsedForm, { id, kind }: Caller['organizations'][number]): void {
  const { form, mended } = used;
  form.setValue(ORGANIZATION, id, { shouldDirty: true });
  const side = sideOf(kind);
  if (side !== null && textOf(form.getValues(SIDE)) === '') form.setValue(SIDE, side, { shouldDirty: true });
  mended(ORGANIZATION);
  mended(SIDE);
}

export function CallerFound({ used, caller }: { used: UsedForm; caller: Caller }) {
  const t = useWords(words);
  const text = useText();
  const { stamp } = useTime();
  const { organizations, calls, isNew } = caller;
  return (
    <div role="status" className="flex flex-col gap-1 empty:hidden">
      {isNew ? <p className="text-dns-14N-130 text-solid-gray-800">{t.log.newNumber}</p> : null}
      {organizations.map((organization, i) => (
        <div key={organization.id} className="flex flex-wrap items-center gap-x-3">
          <Button onClick={() => takeOrganization(used, organization)}>{organization.name}</Button>
          <span className="text-dns-14N-130 text-solid-gray-800">
            {labelOf(text.organizationKind, organization.kind)}
            {i === 0 ? `　${t.log.takeKey}` : ''}
          </span>
        </div>
      ))}
      {calls.length === 0 ? null : <p className="text-dns-14N-130 text-solid-gray-800">{t.log.earlierCalls}</p>}
      {calls.map(({ about, begunAt, number, patient, caseState }) => (
        <Link
          key={about.id}
          to="/cases/$id"
          params={{ id: about.id }}
          search={{}}
          target="_blank"
          className="inline-flex min-h-8 items-center text-dns-14N-130 text-key-900 underline"
        >
          {[stamp(begunAt), number, patient?.name, labelOf(t.state.consultation, caseState)].filter(Boolean).join('　')}
        </Link>
      ))}
    </div>
  );
}

/** 相談した人: somebody who works with the system hears of the answer himself. */
export function CallerUser({ used, name, organization }: { used: UsedForm; name: string; organization: string }) {
  const t = useWords(words);
  const { data } = useUsers(undefined, organization !== '');
  const options = (data ?? [])
    .filter((user) => user.organization.id === organization)
    .map((user) => ({ value: user.id, label: user.name }));
  const { form } = used;
  const strays =
    (organization === '' || data !== undefined) && !options.some(({ value }) => value === form.watch(name));
  // Whoever was chosen works elsewhere than at the institution chosen since.
  useEffect(() => {
    if (strays && form.getValues(name) !== '') form.setValue(name, '');
  }, [form, name, strays]);
  if (organization === '' || options.length === 0) return null;
  return (
    <Field name={name} label={t.field.user} hint={t.log.userHelp} error={used.errorOf(name)}>
      {(control) => <Select form={used.form} name={name} options={options} control={control} />}
    </Field>
  );
}
