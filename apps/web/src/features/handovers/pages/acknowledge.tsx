import { useState } from 'react';
import { useCommand } from '../../../api/queries.ts';
import type { DoingProps } from '../../../feature.ts';
import { useText, useWords } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { handoverVersion, latestDocument } from '../document.ts';
import { words } from '../words.ts';
import { DocumentText } from './document-text.tsx';

/** 受領確認: read it, then one button. The version read goes along, so that a newer one is not acknowledged unseen. */
export function Acknowledge({ timeline, onDone }: DoingProps) {
  const { form } = useText();
  const t = useWords(words);
  const command = useCommand('AcknowledgeHandover');
  const [read, setRead] = useState(false);
  const [early, setEarly] = useState(false);
  const version = handoverVersion(timeline);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      {command.error ? <Refused problem={command.error} /> : null}
      <details
        className="rounded-8 border-2 border-key-900 bg-white"
        onToggle={({ currentTarget }) => currentTarget.open && setRead(true)}
      >
        <summary className="flex min-h-14 items-center px-4 text-std-17B-170 text-key-900 underline">
          {read ? t.document.documentVersion(version) : t.document.openDocument}
        </summary>
        <div className="border-t border-solid-gray-420 p-4">
          <DocumentText text={latestDocument(timeline)} />
        </div>
      </details>
      <p className="text-std-16N-170">{t.acknowledge.help}</p>
      <div className="flex flex-col gap-2">
        <Button
          look="primary"
          size="huge"
          wide
          busy={command.isPending}
          aria-disabled={!read || undefined}
          aria-describedby="read-first"
          onClick={() =>
            read
              ? command.mutate(
                  { id: timeline.about.id, body: version > 0 ? { version } : {} },
                  { onSuccess: (answer) => onDone(answer, t.acknowledge.done) },
                )
              : setEarly(true)
          }
        >
          {command.isPending ? form.sending : t.acknowledge.button}
        </Button>
        <p
          id="read-first"
          role="status"
          className={`text-std-16N-170 ${early && !read ? 'text-error-2' : 'text-solid-gray-700'}`}
        >
          {read ? '' : t.acknowledge.first}
        </p>
      </div>
    </div>
  );
}
