import { useCommand } from '../../../api/queries.ts';
import type { DoingProps } from '../../../feature.ts';
import { labelOf, useText, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { handBackOf } from '../request.ts';
import { words } from '../words.ts';

/** 申し送りの確認: the text stands open above the button, so that nobody acknowledges what was not shown. */
export function AcknowledgeHandback({ timeline, onDone, cancel }: DoingProps) {
  const { form, role } = useText();
  const t = useWords(words);
  const { stamp } = useTime();
  const command = useCommand('AcknowledgeHandback');
  const told = handBackOf(timeline);
  const by = told && 'name' in told.entry.actor ? told.entry.actor : undefined;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      {command.error ? <Refused problem={command.error} /> : null}
      {told?.text === undefined ? (
        <Notice look="warning" title={t.acknowledge.missing} />
      ) : (
        <section aria-labelledby="handed-back" className="rounded-8 border-2 border-key-900 bg-white p-4">
          <h2 id="handed-back" className="text-std-17B-170">
            {t.acknowledge.handedBack}
          </h2>
          <p className="text-dns-14N-130 text-solid-gray-800">
            {by ? `${by.name}（${labelOf(role, by.role)}）　` : ''}
            {stamp(told.entry.occurredAt)}
          </p>
          <p data-hand-back className="mt-2 text-std-17N-170 whitespace-pre-wrap">
            {told.text}
          </p>
        </section>
      )}
      {told?.text === undefined ? null : (
        <>
          <p className="text-std-16N-170">{t.acknowledge.help}</p>
          <Button
            look="primary"
            size="huge"
            wide
            busy={command.isPending}
            onClick={() =>
              command.mutate(
                { id: timeline.about.id, body: {} },
                { onSuccess: (answer) => onDone(answer, t.acknowledge.done) },
              )
            }
          >
            {command.isPending ? form.sending : t.acknowledge.button}
          </Button>
        </>
      )}
      <Button look="plain" size="large" onClick={cancel}>
        {t.acknowledge.back}
      </Button>
    </div>
  );
}
