import { Link } from '@tanstack/react-router';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Notice } from '../../../ui/notice.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import type { Issue } from './shared.tsx';

/** The way back from the numbers to each signal; for who may not walk it, why. */
export function Behind({ issue: { newest, others } }: { issue: Issue }) {
  const t = useWords(words);
  const { issue: say } = useWords(pageWords);
  const { stamp } = useTime();
  return (
    <section aria-labelledby="issue-behind" className="flex flex-col gap-2">
      <h2 id="issue-behind" className="text-std-18B-160">
        {say.behind}
      </h2>
      {newest === null ? (
        <Notice>
          <p className="text-std-16N-170">{say.whyNot}</p>
        </Notice>
      ) : null}
      {newest?.length === 0 ? <p className="text-std-16N-170">{say.noneBehind}</p> : null}
      <ul className="flex flex-col empty:hidden">
        {newest?.map(({ id, occurredAt, source, municipality, severity }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-solid-gray-200 text-std-16N-170">
            <Link
              to="/cases/$id"
              params={{ id }}
              search={{}}
              className="inline-flex min-h-11 items-center text-key-900 underline"
            >
              <time dateTime={occurredAt}>{stamp(occurredAt)}</time>
            </Link>
            <span>{labelOf(t.codes.source, source)}</span>
            <span>{municipality.name}</span>
            <span>{say.weight(labelOf(t.codes.severity, String(severity)))}</span>
          </li>
        ))}
      </ul>
      {newest !== null && others ? <p className="text-std-16N-170">{say.others}</p> : null}
    </section>
  );
}
