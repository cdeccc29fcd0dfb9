import { useNavigate } from '@tanstack/react-router';
import type { Answer, CommandName, Timeline } from '../api/types.ts';
import { CloseForm } from '../forms/close-form.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { FORMS } from '../forms/definitions.ts';
import { HandoverForm } from '../forms/handover-form.tsx';
import { useText } from '../i18n/index.tsx';
import { useFlash } from '../shell/flash.tsx';
import { Acknowledge } from './acknowledge.tsx';

/** The one thing being done in this case. */
export function Doing({ command, timeline }: { command: CommandName; timeline: Timeline }) {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const { id } = timeline.about;

  const back = () => void navigate({ to: '/cases/$id', params: { id }, search: {} });
  const onDone = (_answer: Answer) => {
    flash(command === 'AcknowledgeHandover' ? t.acknowledge.done : t.form.saved, `/cases/${id}`);
    back();
  };
  if (command === 'AcknowledgeHandover') return <Acknowledge timeline={timeline} onDone={onDone} />;
  if (command === 'SubmitHandover' || command === 'SupplementHandover')
    return <HandoverForm command={command} timeline={timeline} onDone={onDone} cancel={back} />;
  if (command === 'CloseConsultation') return <CloseForm id={id} onDone={onDone} cancel={back} />;
  const definition = FORMS[command];
  return definition ? <CommandForm key={command} {...{ command, definition, id, onDone }} cancel={back} /> : null;
}
