import { Link, useSearch } from '@tanstack/react-router';
import { BeginPage } from '../../../forms/begin-page.tsx';
import { textOf, useWords } from '../../../i18n/index.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { REQUEST_SERVICE } from '../forms.ts';
import { words } from '../words.ts';

/** サービスを依頼する. Whoever comes from a consultation brings its patient along, and the request refers to it. */
export function RequestServicePage() {
  const t = useWords(words);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const patient = textOf(search['patient']);
  const origin = textOf(search['origin']);
  return (
    <BeginPage
      command="RequestService"
      definition={REQUEST_SERVICE}
      words={words}
      title={t.command.RequestService}
      known={patient === '' ? {} : { patient }}
      along={origin === '' ? undefined : { origin }}
    >
      <Notice>
        <p className="text-std-16N-170">{t.request.byDesk}</p>
        {origin === '' ? null : (
          <Link to="/cases/$id" params={{ id: origin }} search={{}} className="text-key-900 underline">
            {t.request.origin}
          </Link>
        )}
      </Notice>
    </BeginPage>
  );
}
