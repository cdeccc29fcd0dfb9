import type { DoingProps } from '../../../feature.ts';
import { CommandForm } from '../../../forms/command-form.tsx';
import type { FormDefinition } from '../../../forms/definitions.ts';
import { useWords } from '../../../i18n/index.tsx';
import { Loading } from '../../../ui/page.tsx';
import { words } from '../words.ts';
import { useCouncil } from './shared.tsx';

/** Areas are changed where the council is set up anew; here what changes from year to year. */
const REVISION: FormDefinition = {
  backdated: true,
  fields: {
    name: { as: 'text', required: true },
    secretariat: { as: 'organization', required: true },
    chairMedical: { as: 'user' },
    chairAdministrative: { as: 'user' },
    agendaCloseDays: { as: 'number' },
    materialDays: { as: 'number' },
  },
};

/** 会議体の構成を改める: what it is now stands in the form already. */
export function Revise({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const { data: council } = useCouncil(timeline.about.id);
  if (!council) return <Loading />;
  return (
    <div className="max-w-4xl">
      <CommandForm
        command="ReviseCouncil"
        definition={REVISION}
        words={words}
        title={t.command.ReviseCouncil}
        id={timeline.about.id}
        known={{
          name: council.name,
          secretariat: council.secretariat.id,
          chairMedical: council.chairMedical?.id ?? '',
          chairAdministrative: council.chairAdministrative?.id ?? '',
          agendaCloseDays: String(council.agendaCloseDays),
          materialDays: String(council.materialDays),
        }}
        onDone={onDone}
        cancel={cancel}
      />
    </div>
  );
}
