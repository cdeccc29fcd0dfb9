import { Loading } from '../../ui/page.tsx';
import { LoadFailed } from '../../ui/problem.tsx';
import { DemoEntry } from './demo-entry.tsx';
import { useWaysIn } from './entry.ts';
import { EntryFrame } from './frame.tsx';
import { PasskeyEntry } from './passkey-entry.tsx';
import { ProviderForm } from './provider-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useEntryWords } from './words.ts';

/** サインイン: with what one knows and what one has; in the demo region by choosing whom to be. */
export function SignInPage() {
  const t = useEntryWords();
  const { data: ways, error, refetch } = useWaysIn();
  return (
    <EntryFrame title={t.title} wide={ways?.demo === true}>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!ways && !error ? <Loading /> : null}
      {ways?.demo ? <DemoEntry /> : null}
      {ways && !ways.demo ? (
        <>
          <SignInForm />
          <PasskeyEntry />
          {ways.provider ? <ProviderForm /> : null}
          <section aria-labelledby="lost" className="flex flex-col gap-1 border-t border-solid-gray-420 pt-4">
            <h2 id="lost" className="text-std-17B-170">
              {t.lost}
            </h2>
            <p className="text-std-16N-170">{t.lostHelp}</p>
          </section>
        </>
      ) : null}
    </EntryFrame>
  );
}
