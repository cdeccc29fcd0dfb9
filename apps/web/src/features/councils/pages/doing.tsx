import type { DoingProps } from '../../../feature.ts';
import { useText } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Loading } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { AgendaBuilder } from './agenda-builder.tsx';
import { MeetingMinutes } from './meeting-minutes.tsx';
import { useMeeting } from './shared.tsx';

/** What stands on the page of a meeting, on that of its record. */
export const Arrange = (props: DoingProps) => <OnRecord {...props} Shown={AgendaBuilder} />;
export const Minutes = (props: DoingProps) => <OnRecord {...props} Shown={MeetingMinutes} />;

function OnRecord({ timeline, cancel, Shown }: DoingProps & { Shown: typeof AgendaBuilder }) {
  const { form } = useText();
  const { data: meeting, error, refetch } = useMeeting(timeline.about.id);
  return (
    <div className="flex flex-col gap-3">
      {meeting ? <Shown meeting={meeting} /> : error ? null : <Loading />}
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      <Button look="plain" size="large" onClick={cancel}>
        {form.cancel}
      </Button>
    </div>
  );
}
