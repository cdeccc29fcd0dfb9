import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, type LinkProps } from '@tanstack/react-router';
import { CommandForm } from '../../../forms/command-form.tsx';
import { formsIn } from '../../../forms/definitions.ts';
import { useFlash } from '../../../ui/flash.tsx';
import { PageTitle } from '../../../ui/page.tsx';
import { words, type Words } from '../words.ts';
import { useRegionWords } from './page-words.ts';

const definition = formsIn<Words>()(
  'RegisterUser',
  {
    name: { as: 'text', required: true, hint: 'name' },
    organization: { as: 'organization', required: true },
    role: { as: 'choice', codes: 'role', required: true, hint: 'role' },
    ward: { as: 'text', hint: 'ward' },
  },
  false,
);

/** 職員を登録する. An invitation follows on the page of people. */
export function RegisterUserPage() {
  const t = useRegionWords();
  const flash = useFlash();
  const navigate = useNavigate();
  const client = useQueryClient();
  const toPeople = () => void navigate({ to: '/people' as NonNullable<LinkProps['to']> });
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command.RegisterUser} />
      <CommandForm
        command="RegisterUser"
        definition={definition}
        words={words}
        title={t.command.RegisterUser}
        onDone={() => {
          void client.invalidateQueries({ queryKey: ['users'] });
          flash(t.people.registered, '/people');
          toPeople();
        }}
        cancel={toPeople}
      />
    </div>
  );
}
