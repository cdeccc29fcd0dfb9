import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { CommandName } from '../../api/contract.ts';
import type { Timeline } from '../../api/types.ts';
import type { DoingProps } from '../../feature.ts';
import { CommandForm } from '../../forms/command-form.tsx';
import { useText } from '../../i18n/index.tsx';
import { useFlash } from '../../ui/flash.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page.tsx';
import { LeftDrafts } from './left-drafts.tsx';
import { useLabels } from '../labels.ts';
import { loaded } from '../parts.ts';
import { featureOf, givingOf } from '../registry.ts';

/** The one thing being done in this case. */
export function Doing({ command, timeline, began }: { command: CommandName; timeline: Timeline; began: boolean }) {
  const t = useText();
  const labels = useLabels();
  const flash = useFlash();
  const navigate = useNavigate();
  const { id, kind } = timeline.about;
  const feature = featureOf(kind);
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
  const form = feature?.forms?.[command];
  if (form && feature)
    return (
      <div className="max-w-4xl">
        <CommandForm
          key={command}
          definition={form}
          words={feature.words}
          title={labels.of('command', command)}
          at={timeline.contact?.id}
          {...{ command, id, onDone, cancel }}
        />
      </div>
    );
  if (!giving || !('page' in giving) || 'begins' in giving) return null;
  const Page = loaded(giving.page);
  return (
    <Suspense fallback={<Loading />}>
      <Page {...{ command, timeline, onDone, cancel }} />
    </Suspense>
  );
}
