import { lazy, Suspense, useState } from 'react';
import { useOrganizations, usePatients, useUsers } from '../api/queries.ts';
import { labelOf, textOf, useText } from '../i18n/index.tsx';
import type { Described } from '../ui/field.tsx';
import { Lookup } from './lookup.tsx';
import type { PersonHit, PersonSearch as SearchPart } from './person-search.tsx';
import type { UsedForm } from './use-command-form.ts';

/** Only where a person is asked for. A line that breaks off just then takes the search away, and nothing that was typed. */
const PersonSearch = lazy(async () => {
  const part = await import('./person-search.tsx').catch(() => undefined);
  return { default: part?.PersonSearch ?? NoSearch };
});
const NoSearch: typeof SearchPart = () => <></>;

interface Props {
  used: UsedForm;
  name: string;
  label: string;
  control: Described;
}

function useChosen({ used, name }: Props) {
  return {
    value: textOf(used.form.watch(name)),
    choose: (value: string) => {
      used.form.setValue(name, value, { shouldDirty: true });
      used.mended(name);
    },
  };
}

/** 患者: one's own to choose from, and beside it whoever is found by birth date and reading. */
export function PatientLookup(props: Props) {
  const t = useText();
  const { value, choose } = useChosen(props);
  const { data } = usePatients();
  const [hit, find] = useState<PersonHit>();
  const { used } = props;
  // Whom the command does not take is not offered; what begins nothing asks about those that are one's own already.
  const begins = !used.takes([]);
  const own = data?.filter((one) => used.takes(one.begins));
  const found = own && [...own, ...(hit && !own.some(({ id }) => id === hit.id) ? [hit] : [])];
  const options = found?.map(({ id, name, kana, birthDate, municipality }) => ({
    value: id,
    label: name,
    detail: [kana, birthDate, municipality?.name].filter(Boolean).join('　'),
  }));
  // Whoever was found, on another device or before a reload, is known to the draft by the id alone.
  const unnamed = options && value !== '' && !options.some((option) => option.value === value);
  const all = unnamed ? [...options, { value, label: t.draft.chosen, detail: '' }] : options;
  return (
    <>
      <Lookup {...{ value, choose }} label={props.label} control={props.control} found={all} none={t.form.noPatient} />
      {begins && value === '' && own ? (
        <Suspense>
          <PersonSearch
            command={used.command}
            alone={own.length === 0}
            choose={(one) => {
              find(one);
              choose(one.id);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}

export function OrganizationLookup({
  kinds,
  except,
  ...props
}: Props & { kinds?: readonly string[] | undefined; except?: string | undefined }) {
  const t = useText();
  const chosen = useChosen(props);
  const { data } = useOrganizations(kinds);
  const found = data
    ?.filter(({ id }) => id !== except)
    .map(({ id, name, kind: of, municipality }) => ({
      value: id,
      label: name,
      detail: [labelOf(t.organizationKind, of), municipality?.name].filter(Boolean).join('　'),
    }));
  return <Lookup {...chosen} label={props.label} control={props.control} found={found} none={t.form.nothing} />;
}

export function UserLookup({ role, ...props }: Props & { role?: string | undefined }) {
  const t = useText();
  const chosen = useChosen(props);
  const { data } = useUsers(role);
  const found = data?.map(({ id, name, organization }) => ({ value: id, label: name, detail: organization.name }));
  return <Lookup {...chosen} label={props.label} control={props.control} found={found} none={t.form.nothing} />;
}
