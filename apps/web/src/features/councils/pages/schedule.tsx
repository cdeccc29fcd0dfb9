import { useState } from 'react';
import type { Body } from '../../../api/contract.ts';
import type { DoingProps } from '../../../feature.ts';
import { filled, happened } from '../../../forms/body.ts';
import { Radios, Tick } from '../../../forms/choices.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { labelOf, textOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Field, FieldGroup, inputClass } from '../../../ui/field.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { useCouncil } from './shared.tsx';

const OPEN: readonly string[] = ['PLANNED', 'CALLED', 'POSTPONED'];

/** 会議の日程に載せる: a meeting of the item's council, or the day of one that nobody keeps here. */
export function Schedule({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const { pick, meeting: say } = useWords(pageWords);
  const { day } = useTime();
  const { data: council } = useCouncil(textOf(timeline.facts['council']));
  const meetings = (council?.meetings ?? []).filter(({ state }) => OPEN.includes(state));
  const [initial] = useState(() => ({ meeting: '', meetingOn: '', addLate: false, occurredAt: '' }));
  const used = useCommandForm({
    command: 'ScheduleAgendaItem',
    id: timeline.about.id,
    initial,
    check: () => [],
    toBody: ({ meeting, meetingOn, addLate, occurredAt }): Body<'ScheduleAgendaItem'> => ({
      ...filled({ meeting: textOf(meeting), meetingOn: textOf(meeting) === '' ? textOf(meetingOn) : '' }),
      ...(addLate === true && { addLate: true }),
      ...happened({ occurredAt }),
    }),
    onDone,
  });
  const late = used.refused?.body.code === 'agenda_closed' || used.form.watch('addLate') === true;
  return (
    <div className="max-w-4xl">
      <FormFrame
        used={used}
        names={['meeting', 'meetingOn']}
        submit={t.command.ScheduleAgendaItem}
        cancel={cancel}
        backdated
      >
        {meetings.length > 0 ? (
          <FieldGroup name="meeting" label={pick.meeting} error={used.errorOf('meeting')}>
            <Radios
              form={used.form}
              name="meeting"
              options={meetings.map(({ id, on, startsAt, state }) => ({
                value: id,
                label: `${say.at(day(on), startsAt)}　${labelOf(t.state.meeting, state)}`,
              }))}
              onPick={() => used.mended('meeting')}
              wide
            />
          </FieldGroup>
        ) : (
          <p className="text-std-16N-170">{pick.none}</p>
        )}
        <Field name="meetingOn" label={pick.byDay} error={used.errorOf('meetingOn')}>
          {(control) => (
            <input
              {...control}
              {...used.form.register('meetingOn', { onChange: () => used.mended('meetingOn') })}
              type="date"
              className={`${inputClass} max-w-56`}
            />
          )}
        </Field>
        {late ? (
          <Tick form={used.form} name="addLate" label={t.field.addLate} hint={undefined} error={undefined} />
        ) : null}
      </FormFrame>
    </div>
  );
}
