import { useDemoAccounts, useSignIn } from '../../api/queries.ts';
import type { DemoAccount, Role } from '../../api/types.ts';
import { labelOf, useText } from '../../i18n/index.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page.tsx';
import { LoadFailed, Refused } from '../../ui/problem.tsx';
import { useEntryWords } from './words.ts';

const FIRST: readonly Role[] = ['coordinator', 'discharge_nurse', 'care_manager', 'secondary_physician'];

/** Whom to be in the demo region, with what there is to try. */
export function DemoEntry() {
  const t = useEntryWords();
  const { data: accounts, error, refetch } = useDemoAccounts();
  const signIn = useSignIn();
  const enter = (userId: string) => signIn.mutate(userId);

  const roles = [...new Set(accounts?.map(({ role }) => role))];
  const others = roles.filter((role) => !FIRST.includes(role));
  const of = (role: Role) => accounts?.filter((account) => account.role === role) ?? [];
  return (
    <>
      <p className="text-std-16N-170">{t.demo.lead}</p>
      <p className="text-dns-14N-130 text-solid-gray-700">{t.demo.note}</p>
      {signIn.error ? <Refused problem={signIn.error} /> : null}
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!accounts && !error ? <Loading /> : null}
      {accounts?.length === 0 ? <Notice title={t.demo.none}>{t.demo.noneHelp}</Notice> : null}
      <div className="grid gap-5 md:grid-cols-2">
        {FIRST.filter((role) => roles.includes(role)).map((role) => (
          <Group key={role} role={role} accounts={of(role)} enter={enter} busy={signIn.isPending} />
        ))}
      </div>
      {others.length > 0 ? (
        <details className="rounded-8 border border-solid-gray-420 bg-white p-4">
          <summary className="flex min-h-11 items-center text-std-17B-170 text-key-900 underline">
            {t.demo.others}
          </summary>
          <div className="mt-3 grid gap-5 md:grid-cols-2">
            {others.map((role) => (
              <Group key={role} role={role} accounts={of(role)} enter={enter} busy={signIn.isPending} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  );
}

function Group({
  role,
  accounts,
  enter,
  busy,
}: {
  role: Role;
  accounts: readonly DemoAccount[];
  enter: (userId: string) => void;
  busy: boolean;
}) {
  const t = useEntryWords();
  const { role: roleWords } = useText();
  return (
    <section aria-labelledby={`role-${role}`} className="flex flex-col gap-2">
      <h2 id={`role-${role}`} className="text-std-18B-160">
        {labelOf(roleWords, role)}
      </h2>
      <ul className="flex flex-col gap-2">
        {accounts.map(({ userId, name, organization, hint }) => (
          <li key={userId}>
            <button
              type="button"
              data-role={role}
              aria-disabled={busy || undefined}
              onClick={() => (busy ? undefined : enter(userId))}
              className="flex min-h-14 w-full flex-wrap items-center gap-x-3 rounded-8 border border-key-900 bg-white px-4 py-2 text-left hover:bg-key-50 hover:underline"
            >
              <span className="text-std-17B-170">{name}</span>
              <span className="text-dns-14N-130 text-solid-gray-700">{organization.name}</span>
              {hint ? (
                <span lang="ja" className="w-full text-dns-14N-130 text-solid-gray-800">
                  {hint}
                </span>
              ) : null}
              <span className="sr-only">{t.demo.as}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
