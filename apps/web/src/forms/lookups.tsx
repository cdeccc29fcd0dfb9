import { useOrganizations, usePatients, useUsers } from '../api/queries.ts';
import { labelOf, textOf, useText } from '../i18n/index.tsx';
import type { Described } from '../ui/field.tsx';
import { Lookup } from './lookup.tsx';
import type { UsedForm } from './use-command-form.ts';

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

export function PatientLookup(props: Props) {
  const t = useText();
  const chosen = useChosen(props);
  const { data } = usePatients();
  // Whom the command does not take is not offered.
  const found = data
    ?.filter(({ begins }) => props.used.takes(begins))
    .map(({ id, name, kana, birthDate, municipality }) => ({
      value: id,
      label: name,
      detail: [kana, birthDate, municipality?.name].filter(Boolean).join('　'),
    }));
  return <Lookup {...chosen} label={props.label} control={props.control} found={found} none={t.form.noPatient} />;
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
