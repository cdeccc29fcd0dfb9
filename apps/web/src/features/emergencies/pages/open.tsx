import { useNavigate } from '@tanstack/react-router';
import { CommandForm } from '../../../forms/command-form.tsx';
import { formsIn } from '../../../forms/definitions.ts';
import { useWords } from '../../../i18n/index.tsx';
import { useFlash } from '../../../ui/flash.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageTitle } from '../../../ui/page.tsx';
import { words, type Words } from '../words.ts';
import { recordAddress } from './address.ts';
import { useEmergencyWords } from './page-words.ts';

const OPEN = formsIn<Words>()(
  'OpenInEmergency',
  {
    patient: { as: 'patient', required: true, hint: 'patient' },
    reason: { as: 'choice', codes: 'reason', required: true },
    text: { as: 'long', required: true, rows: 3, hint: 'text' },
    sections: { as: 'choices', codes: 'sections', required: true, hint: 'told' },
  },
  false,
);

/** 緊急閲覧を始める: who, why, what; who is told stands before the button. */
export function OpenInEmergencyPage() {
  const t = useWords(words);
  const said = useEmergencyWords();
  const flash = useFlash();
  const navigate = useNavigate();
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command.OpenInEmergency} />
      <Notice look="warning" title={said.openTitle}>
        <p className="text-std-16N-170">{said.openHelp}</p>
      </Notice>
      <CommandForm
        command="OpenInEmergency"
        definition={OPEN}
        words={words}
        title={t.command.OpenInEmergency}
        onDone={({ id }) => {
          flash(said.opened, `/emergencies/${id}`);
          void navigate(recordAddress(id) as Parameters<typeof navigate>[0]);
        }}
        cancel={() => void navigate({ to: '/' })}
      />
    </div>
  );
}
