import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useFlash } from '../../../ui/flash.tsx';
import { PageTitle } from '../../../ui/page.tsx';
import { addressOf, listAddress } from '../directory.ts';
import { useDirectoryWords } from './directory-words.ts';
import { InstitutionForm } from './institution-form.tsx';

/** 機関を登録する: what nobody registered can be asked for nothing. */
export function RegisterInstitutionPage() {
  const t = useDirectoryWords();
  const flash = useFlash();
  const client = useQueryClient();
  const navigate = useNavigate();
  const go = (to: ReturnType<typeof addressOf>) => void navigate(to as Parameters<typeof navigate>[0]);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command.RegisterInstitution} />
      <InstitutionForm
        onDone={({ id }) => {
          void client.invalidateQueries({ queryKey: ['organizations'] });
          flash(t.form.registered, `/organizations/${id}`);
          go(addressOf('organization', id));
        }}
        cancel={() => go(listAddress)}
      />
    </div>
  );
}
