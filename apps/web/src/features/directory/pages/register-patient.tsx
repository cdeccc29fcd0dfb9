import { useNavigate } from '@tanstack/react-router';
import { CommandForm } from '../../../forms/command-form.tsx';
import { useWords } from '../../../i18n/index.tsx';
import { useFlash } from '../../../ui/flash.tsx';
import { PageTitle } from '../../../ui/page.tsx';
import { REGISTER_PATIENT } from '../forms.ts';
import { words } from '../words.ts';
import { LikelyOnes } from './likely-ones.tsx';

/** 患者を登録する: before anything can be promised to somebody. */
export function RegisterPatientPage() {
  const t = useWords(words);
  const flash = useFlash();
  const navigate = useNavigate();
  const leave = () => void navigate({ to: '/' });
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command.RegisterPatient} />
      <CommandForm
        command="RegisterPatient"
        definition={REGISTER_PATIENT}
        words={words}
        title={t.command.RegisterPatient}
        beside={(used) => <LikelyOnes used={used} />}
        onDone={() => {
          flash(t.register.saved, '/');
          leave();
        }}
        cancel={leave}
      />
    </div>
  );
}
