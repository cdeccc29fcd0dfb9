import { useText } from '../i18n/index.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { PageTitle } from '../ui/page.tsx';

export function NotFoundPage() {
  const t = useText();
  return (
    <div className="flex flex-col items-start gap-4">
      <PageTitle title={t.app.notFound} />
      <p className="text-std-16N-170">{t.app.notFoundHelp}</p>
      <ButtonLink to="/">{t.app.backToBoard}</ButtonLink>
    </div>
  );
}

export function BrokenPage() {
  const t = useText();
  return (
    <div className="flex flex-col items-start gap-4 p-4">
      <PageTitle title={t.app.broken} />
      <p className="text-std-16N-170">{t.app.brokenHelp}</p>
      <Button onClick={() => window.location.reload()}>{t.app.reload}</Button>
    </div>
  );
}
