import { useText } from '../i18n/index.tsx';

interface Props {
  place: string;
  address?: string | undefined;
  contact: { readonly name: string; readonly phone: string | null } | null | undefined;
}

/** Where it is, and whom to telephone: one tap on a phone. */
export function WhereAndWhom({ place, address = '', contact }: Props) {
  const { case: t } = useText();
  const dialed = contact?.phone?.replaceAll(/[^0-9+]/g, '') ?? '';
  if (!place && !address && !contact) return null;
  const where = address ? `${t.address}：${address}` : place && `${t.place}：${place}`;
  return (
    <div className="flex flex-col text-std-16N-170 md:flex-row md:flex-wrap md:items-center md:gap-x-8">
      {where ? <p>{where}</p> : null}
      {contact ? (
        <p className="flex flex-wrap items-center gap-x-3">
          {t.contact}：{contact.name}
          {contact.phone ? (
            <a href={`tel:${dialed}`} className="inline-flex min-h-11 items-center text-key-900 underline">
              {t.call(contact.phone)}
            </a>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
