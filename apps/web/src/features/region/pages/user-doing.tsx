import { CommandForm } from '../../../forms/command-form.tsx';
import { formsIn } from '../../../forms/definitions.ts';
import { PageTitle } from '../../../ui/page.tsx';
import { words, type Words } from '../words.ts';
import { useRegionWords } from './page-words.ts';

const form = formsIn<Words>();
const FORMS = {
  ChangeUser: form(
    'ChangeUser',
    {
      name: { as: 'text' },
      organization: { as: 'organization' },
      role: { as: 'choice', codes: 'role', hint: 'role' },
      ward: { as: 'text', hint: 'ward' },
      withoutWard: { as: 'tick' },
    },
    false,
  ),
  RecordUserLeaving: form(
    'RecordUserLeaving',
    { on: { as: 'date', hint: 'on' }, handOverTo: { as: 'user', role: 'care_manager', hint: 'handOverTo' } },
    false,
  ),
  WithdrawUserRegistration: form('WithdrawUserRegistration', {}, false),
} as const;

/** What an administrator says of somebody who works here, in the order in which it is offered. */
export type OfUser = keyof typeof FORMS;
export const OF_USER = Object.keys(FORMS) as OfUser[];
export const isOfUser = (name: unknown): name is OfUser => OF_USER.some((one) => one === name);

const HELP = {
  ChangeUser: 'changeHelp',
  RecordUserLeaving: 'leavingHelp',
  WithdrawUserRegistration: 'withdrawHelp',
} as const;

/** 職員の変更・退職: what stands with the person is named before anybody leaves. */
export function UserDoing({
  doing,
  user,
  done,
  cancel,
}: {
  doing: OfUser;
  user: { readonly id: string; readonly name: string; readonly organization: { readonly name: string } };
  done: () => void;
  cancel: () => void;
}) {
  const t = useRegionWords();
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command[doing]} />
      <p className="text-std-17B-170">
        {user.name}（{user.organization.name}）
      </p>
      <p className="text-std-16N-170">{t.people[HELP[doing]]}</p>
      <CommandForm
        command={doing}
        definition={FORMS[doing]}
        words={words}
        title={t.command[doing]}
        id={user.id}
        onDone={done}
        cancel={cancel}
      />
    </div>
  );
}
