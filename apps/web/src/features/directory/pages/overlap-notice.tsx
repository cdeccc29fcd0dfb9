import { labelOf, useText } from '../../../i18n/index.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { overlapsWith } from '../coordinators.ts';
import { useCoordinatorWords } from './coordinator-words.ts';

/** 重なり: warned of, never refused (K-01). */
export function OverlapNotice({ title, overlaps }: { title: string; overlaps: ReturnType<typeof overlapsWith> }) {
  const t = useCoordinatorWords();
  const { app } = useText();
  return (
    <Notice look="warning" title={title}>
      <ul className="list-disc pl-6 text-std-16N-170">
        {overlaps.map(({ post, fields }) => (
          <li key={post.id}>
            {t.appoint.overlapLine(
              post.user.name,
              post.organization.name,
              fields.map((field) => labelOf(t.codes.fields, field)).join(app.comma),
            )}
          </li>
        ))}
      </ul>
      <p className="text-std-16N-170">{t.appoint.overlapHelp}</p>
    </Notice>
  );
}
