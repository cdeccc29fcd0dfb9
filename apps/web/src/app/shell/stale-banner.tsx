import { useMe } from '../../api/queries.ts';
import { useText } from '../../i18n/index.tsx';
import { useIsStale, useLive } from '../../live/live.tsx';
import { useTime } from '../../time/use-time.ts';
import { Button } from '../../ui/button.tsx';
import { SignInAgain } from '../../ui/problem.tsx';

/** Red across the page: whoever acts on an old board acts wrongly. */
export function StaleBanner() {
  const t = useText();
  const stale = useIsStale();
  const { board, away } = useLive();
  const { data: me } = useMe();
  const { moment } = useTime();
  const another = away === 'another';
  return (
    <div role="alert">
      {stale || away ? (
        <div className="bg-error-2 px-4 py-3 text-white">
          <p className="text-std-17B-170">{another ? t.app.another : t.app.stale}</p>
          {another && me ? <p className="text-std-16N-170">{t.app.anotherHelp(me.name)}</p> : null}
          <p className="text-std-16N-170">{board ? t.app.staleHelp(moment(board.now)) : t.app.staleAll}</p>
          <div className="flex flex-wrap gap-x-3">
            {away ? <SignInAgain /> : null}
            {another ? (
              <Button className="mt-2" onClick={() => window.location.reload()}>
                {t.app.asTheOther}
              </Button>
            ) : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}
