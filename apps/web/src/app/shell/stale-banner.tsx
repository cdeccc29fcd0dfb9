import { useText } from '../../i18n/index.tsx';
import { useIsStale, useLive } from '../../live/live.tsx';
import { useTime } from '../../time/use-time.ts';
import { SignInAgain } from '../../ui/problem.tsx';

/** Red across the page: whoever acts on an old board acts wrongly. */
export function StaleBanner() {
  const t = useText();
  const stale = useIsStale();
  const { board, signedOut } = useLive();
  const { moment } = useTime();
  return (
    <div role="alert">
      {stale || signedOut ? (
        <div className="bg-error-2 px-4 py-3 text-white">
          <p className="text-std-17B-170">{t.app.stale}</p>
          <p className="text-std-16N-170">{board ? t.app.staleHelp(moment(board.now)) : t.app.staleAll}</p>
          {signedOut ? <SignInAgain /> : null}
        </div>
      ) : null}
    </div>
  );
}
