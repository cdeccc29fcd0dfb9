import { useState } from 'react';
import type { Body } from '../../../api/contract.ts';
import type { MeetingShown } from '../../../api/schema.ts';
import type { DoingProps } from '../../../feature.ts';
import { labelOf, optionsOf, useText, useWords } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Loading } from '../../../ui/page.tsx';
import { LoadFailed, Refused } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { useCouncilCommand, useMeeting } from './shared.tsx';

type Attendance = Body<'RecordAttendance'>['attendance'];
const keyOf = ({ organization, body }: { organization: { id: string }; body: string }) => `${organization.id} ${body}`;

/** 出欠: of each body, whoever came for it. */
export function AttendanceEntry({ meeting }: { meeting: MeetingShown }) {
  const t = useWords(words);
  const { meeting: say } = useWords(pageWords);
  const command = useCouncilCommand('RecordAttendance');
  const may = meeting.commands.includes('RecordAttendance');
  const [said, tell] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(meeting.attendance.map((one) => [keyOf(one), one.presence ?? ''])),
  );
  const [saved, save] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      {command.error ? <Refused problem={command.error} keeps /> : null}
      <ul className="flex flex-col divide-y divide-solid-gray-420">
        {meeting.attendance.map((one) => (
          <li key={keyOf(one)} className="flex flex-wrap items-center gap-x-4 py-1">
            <span className="min-w-56 flex-1 text-dns-16N-130">
              {labelOf(t.codes.body, one.body)}　<span className="text-solid-gray-700">{one.organization.name}</span>
            </span>
            {may ? (
              <span role="radiogroup" aria-label={one.organization.name} className="flex flex-wrap gap-3">
                {optionsOf(t.codes.presence).map(({ value, label }) => (
                  <label key={value} className="flex min-h-11 items-center gap-1 text-dns-16N-130">
                    <input
                      type="radio"
                      name={keyOf(one)}
                      value={value}
                      checked={said[keyOf(one)] === value}
                      onChange={() => {
                        save(false);
                        tell({ ...said, [keyOf(one)]: value });
                      }}
                      className="size-5 accent-key-900"
                    />
                    {label}
                  </label>
                ))}
              </span>
            ) : (
              <span className="text-dns-16N-130">{one.presence ? labelOf(t.codes.presence, one.presence) : ''}</span>
            )}
          </li>
        ))}
      </ul>
      {may ? (
        <div className="flex items-center gap-3">
          <Button
            busy={command.isPending}
            onClick={() => {
              const attendance = meeting.attendance.flatMap((one) => {
                const presence = said[keyOf(one)];
                return presence ? [{ organization: one.organization.id, body: one.body, presence }] : [];
              }) as unknown as Attendance;
              command.mutate(
                { id: meeting.id, body: { attendance } },
                {
                  onSuccess: () => {
                    save(true);
                    command.again();
                  },
                },
              );
            }}
          >
            {say.saveAttendance}
          </Button>
          <p role="status" className="text-dns-16N-130">
            {saved ? say.attendanceSaved : ''}
          </p>
        </div>
      ) : null}
    </div>
  );
}

/** The same on the page of the meeting's record. */
export function Attendance({ timeline, cancel }: DoingProps) {
  const { form } = useText();
  const { data: meeting, error, refetch } = useMeeting(timeline.about.id);
  return (
    <div className="flex max-w-4xl flex-col gap-3">
      {meeting ? <AttendanceEntry meeting={meeting} /> : error ? null : <Loading />}
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      <Button look="plain" size="large" onClick={cancel}>
        {form.cancel}
      </Button>
    </div>
  );
}
