import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../api/queries.ts';
import { CommandForm } from '../forms/command-form.tsx';
import { FORMS } from '../forms/definitions.ts';
import { useText } from '../i18n/index.tsx';
import { useFlash } from '../shell/flash.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page.tsx';

/** A case that begins with a plain form. */
function NewCase({ command }: { command: 'RegisterAdmission' | 'RequestEmergencyBackup' }) {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const definition = FORMS[command];
  if (!definition || !me) return null;
  const { id, kind } = me.organization;
  const known = command === 'RegisterAdmission' && kind === 'hospital' ? { hospital: id } : {};
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command[command]} />
      {command === 'RequestEmergencyBackup' ? <Notice look="bad" title={t.offer.lifeThreatening} /> : null}
      <CommandForm
        command={command}
        definition={definition}
        id=""
        known={known}
        onDone={(answer) => {
          flash(t.form.saved, `/cases/${answer.id}`);
          void navigate({ to: '/cases/$id', params: { id: answer.id }, search: {} });
        }}
        cancel={() => void navigate({ to: '/' })}
      />
    </div>
  );
}

export const NewAdmissionPage = () => <NewCase command="RegisterAdmission" />;
export const NewBackupPage = () => <NewCase command="RequestEmergencyBackup" />;
