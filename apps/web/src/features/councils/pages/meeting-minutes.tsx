import { useState } from 'react';
import type { MeetingShown } from '../../../api/schema.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { useCouncilCommand, useTitleOf } from './shared.tsx';

/** 議事要旨 (O9): drafted from what was decided, mended by hand, approved, published. */
export function MeetingMinutes({ meeting }: { meeting: MeetingShown }) {
  const t = useWords(words);
  const { meeting: say } = useWords(pageWords);
  const drafted = useDraftOf();
  const draft = useCouncilCommand('DraftMinutes');
  const approve = useCouncilCommand('ApproveMinutes');
  const publish = useCouncilCommand('PublishMinutes');
  const [typed, write] = useState<string>();
  const may = meeting.commands.includes('DraftMinutes');
  const text = typed ?? meeting.minutesText ?? '';
  const problem = draft.error ?? approve.error ?? publish.error;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      {problem ? <Refused problem={problem} keeps /> : null}
      {may ? (
        <>
          <div>
            <Button onClick={() => write(drafted(meeting))}>{say.draft}</Button>
          </div>
          <label className="flex flex-col gap-1 text-std-16B-170">
            {say.text}
            <span className="text-dns-14N-130 text-solid-gray-700">{t.hint.reason}</span>
            <textarea rows={18} className={inputClass} value={text} onChange={({ target }) => write(target.value)} />
          </label>
          <div className="flex flex-wrap gap-3">
            <Button
              look="primary"
              size="large"
              busy={draft.isPending}
              aria-disabled={text.trim() === ''}
              onClick={() => {
                if (text.trim() === '') return;
                draft.mutate(
                  { id: meeting.id, body: { text } },
                  {
                    onSuccess: () => {
                      write(undefined);
                      draft.again();
                    },
                  },
                );
              }}
            >
              {say.saveMinutes}
            </Button>
            {meeting.commands.includes('ApproveMinutes') && typed === undefined ? (
              <Button
                size="large"
                busy={approve.isPending}
                onClick={() => approve.mutate({ id: meeting.id, body: {} }, { onSuccess: approve.again })}
              >
                {say.approve}
              </Button>
            ) : null}
          </div>
        </>
      ) : meeting.minutesText === null ? (
        <p className="text-std-16N-170">{say.noMinutes}</p>
      ) : (
        <article className="rounded-8 border border-solid-gray-420 bg-white p-4 text-std-16N-170 whitespace-pre-wrap">
          {meeting.minutesText}
        </article>
      )}
      {meeting.commands.includes('PublishMinutes') ? (
        <div>
          <Button
            look="primary"
            size="large"
            busy={publish.isPending}
            onClick={() => publish.mutate({ id: meeting.id, body: {} }, { onSuccess: publish.again })}
          >
            {say.publish}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What was decided, as one would begin to write it down. */
function useDraftOf() {
  const t = useWords(words);
  const { meeting: say } = useWords(pageWords);
  const titleOf = useTitleOf();
  const { day } = useTime();
  return ({ council, on, startsAt, place, state, agenda, attendance }: MeetingShown): string => {
    const there = attendance.filter(({ presence }) => presence !== null && presence !== 'absent');
    const items = agenda.flatMap((item) => [
      '',
      `${item.number}　${titleOf(item)}`,
      ...(item.discussion === null ? [] : [item.discussion]),
      item.decision === null
        ? say.undecided
        : `${say.decided}：${labelOf(t.codes.decision, item.decision)}${item.reason === null ? '' : `　${item.reason}`}`,
      ...item.actions.map(({ what, owner, dueOn }) => `・${say.action(what ?? say.untold, owner.name, day(dueOn))}`),
    ]);
    return [
      say.minutesTitle(council.name),
      `${say.when}：${say.at(day(on), startsAt)}${state === 'HELD_IN_WRITING' ? `（${say.written}）` : ''}`,
      ...(place === null ? [] : [`${say.where}：${place}`]),
      ...(there.length === 0
        ? []
        : [`${say.present}：${there.map(({ body }) => labelOf(t.codes.body, body)).join('、')}`]),
      ...items,
    ].join('\n');
  };
}
