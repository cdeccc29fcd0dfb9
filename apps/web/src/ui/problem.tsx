import { awayOf, Problem } from '../api/client.ts';
import { signIn, useMe } from '../api/queries.ts';
import { useLanguage, useText } from '../i18n/index.tsx';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** The words of a refusal in the reader's language. */
export function useRefusal(): (problem: unknown) => string {
  const { language } = useLanguage();
  const t = useText();
  return (problem) => (problem instanceof Problem ? problem.body[language] : t.app.brokenHelp);
}

/** What was refused, where it was pressed. What a form holds stays. */
export function Refused({
  problem,
  keeps = false,
  title,
}: {
  problem: unknown;
  keeps?: boolean;
  /** What it was that failed; left out: recording. */
  title?: string;
}) {
  const t = useText();
  const words = useRefusal();
  return (
    <div role="alert">
      <Notice look="bad" title={title ?? t.form.refusedTitle}>
        <p className="text-std-16N-170">{words(problem)}</p>
        {keeps ? <p className="text-std-16N-170">{t.form.kept}</p> : null}
        {awayOf(problem) ? <SignInAgain /> : null}
      </Notice>
    </div>
  );
}

/** The session is over, but the page is full of somebody's typing. */
export function SignInAgain() {
  const t = useText();
  const { data: me } = useMe();
  const [again, setAgain] = useState(false);
  // Where people sign in with passwords, the lock screen stands before it.
  if (!me?.demo) return null;
  if (again) return <p role="status">{t.form.signedInAgain}</p>;
  return (
    <Button className="mt-2" onClick={() => void signIn(me.userId).then(() => setAgain(true))}>
      {t.form.signInAgain}
    </Button>
  );
}

export function LoadFailed({ problem, again }: { problem: unknown; again: () => void }) {
  const t = useText();
  return (
    <div className="flex flex-col items-start gap-3 p-4">
      <Refused problem={problem} title={t.app.loadFailed} />
      <Button onClick={again}>{t.app.reload}</Button>
    </div>
  );
}
