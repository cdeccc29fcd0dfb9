import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { discardDraft, listDrafts, showDraft, type Draft } from '../../api/drafts.ts';
import { DraftValue, useFieldWords } from '../../forms/drafts/field-words.tsx';
import { fieldsOf, othersOf, type Kept, type Typed } from '../../forms/drafts/reconcile.ts';
import { useText } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';
import { Button } from '../../ui/button.tsx';
import { loadForms } from '../forms.ts';
import { useLabels } from '../labels.ts';

/**
 * What somebody was writing about a case that is gone, or has left his hands, or no longer takes it: nothing of it is
 * lost, whether or not it can still be sent.
 */
export function LeftDrafts({ id, command, lead }: { id: string; command?: string; lead: string }) {
  const { data, refetch } = useQuery({
    queryKey: ['drafts', id, command],
    staleTime: 0,
    gcTime: 0,
    queryFn: async () => {
      // Without the forms, choices are named less exactly, and still shown.
      await loadForms().catch(() => undefined);
      const listed = (await listDrafts()).filter((draft) => draft.id === id && (!command || draft.command === command));
      return Promise.all(listed.map(showDraft));
    },
  });
  return (data ?? []).map((draft) => (
    <LeftDraft key={draft.command} draft={draft} lead={lead} gone={() => void refetch()} />
  ));
}

function LeftDraft({ draft, lead, gone }: { draft: Draft; lead: string; gone: () => void }) {
  const t = useText();
  const labels = useLabels();
  const { label } = useFieldWords();
  const { stamp } = useTime();
  const [copied, setCopied] = useState(false);
  const typed = draft.values as Typed;
  const parts: [string, Kept][] = [...Object.entries(fieldsOf(typed)), ...othersOf(typed)];
  const title = `${t.draft.leftTitle}：${labels.of('command', draft.command)}`;
  const heading = `left-${draft.command}`;
  return (
    <section
      data-left-draft={draft.command}
      aria-labelledby={heading}
      className="my-4 flex max-w-4xl flex-col gap-3 rounded-8 border border-solid-gray-420 bg-white p-4"
    >
      <h2 id={heading} className="text-std-17B-170">
        {title}
      </h2>
      <p className="text-std-16N-170">{lead}</p>
      <dl className="flex flex-col gap-2">
        {parts.map(([path, value], index) => (
          <div key={`${path}${index}`} className="border-b border-solid-gray-200 pb-2">
            <dt className="text-dns-14B-130 text-solid-gray-800">{label(draft.command, path)}</dt>
            <dd className="text-std-16N-170">
              <DraftValue command={draft.command} path={path} value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-dns-14N-130 text-solid-gray-800">
        {t.draft.saved(stamp(draft.savedAt))}　{t.draft.until(stamp(draft.expiresAt))}
      </p>
      <div className="flex flex-wrap gap-3">
        {'clipboard' in navigator ? (
          <Button
            onClick={() =>
              void navigator.clipboard
                .writeText(parts.map(([path, value]) => `${label(draft.command, path)}：${String(value)}`).join('\n'))
                .then(() => setCopied(true))
            }
          >
            {copied ? t.draft.copied : t.draft.copy}
          </Button>
        ) : null}
        <Button
          look="plain"
          onClick={() => {
            if (window.confirm(t.draft.discardSure)) void discardDraft(draft).then(gone);
          }}
        >
          {t.draft.discard}
        </Button>
      </div>
    </section>
  );
}
