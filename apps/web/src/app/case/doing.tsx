import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { CommandName } from '../../api/contract.ts';
import type { Timeline } from '../../api/types.ts';
import type { DoingProps, Part } from '../../feature.ts';
import { useText } from '../../i18n/index.tsx';
import { useFlash } from '../../ui/flash.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page.tsx';
import { LeftDrafts } from './left-drafts.tsx';
import { loadForms } from '../forms.ts';
import { loaded } from '../parts.ts';
import { givingOf } from '../registry.ts';

/** Most commands have a page of their own; the others are asked for by their fields. */
const FORM: Part<DoingProps> = async () => {
  const [{ FormInCase }] = await Promise.all([import('./form-in-case.tsx'), loadForms()]);
  return FormInCase;
};

/** The one thing being done in this case. */
export function Doing({ command, timeline, began }: { command: CommandName; timeline: Timeline; began: boolean }) {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const { id } = timeline.about;
  const giving = givingOf(command);

  const cancel = () => void navigate({ to: '/cases/$id', params: { id }, search: {} });
  const onDone: DoingProps['onDone'] = (_answer, said = t.form.saved) => {
    flash(said, `/cases/${id}`);
    // Going back must not show a form that has been given.
    void navigate({ to: '/cases/$id', params: { id }, search: {}, replace: true });
  };
  // What was possible when the form opened stays open: somebody is typing, and the server says why it refuses.
  if (!began)
    return (
      <>
        <Notice look="warning" title={t.case.notNow} />
        <LeftDrafts {...{ id, command }} lead={t.draft.notNow} />
      </>
    );
  if (!giving || 'begins' in giving || 'card' in giving) return null;
  const Form = loaded('form' in giving ? FORM : giving.page);
  return (
    <Suspense fallback={<Loading />}>
      <Form key={command} {...{ command, timeline, onDone, cancel }} />
    </Suspense>
  );
}
