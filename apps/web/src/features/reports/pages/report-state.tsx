import { useQueryClient } from '@tanstack/react-query';
import type { CommandName } from '../../../api/contract.ts';
import { useCommand, useTimeline } from '../../../api/queries.ts';
import { labelOf } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { hasChanged, type Month } from '../month.ts';
import { useReportWords } from './page-words.ts';

type Report = NonNullable<Month['report']>;

const ACTS = [
  'SubmitActivityReport',
  'ApproveActivityReport',
  'DecideActivityReport',
  'ReturnActivityReport',
] as const satisfies readonly CommandName[];

/** How far the report of a month has come, and what this person may do about it now. */
export function ReportState({ month }: { month: Month }) {
  return month.report ? <Opened month={month} report={month.report} /> : <NotOpened month={month} />;
}

function NotOpened({ month: { desk, month, mayOpen } }: { month: Month }) {
  const t = useReportWords();
  const client = useQueryClient();
  const command = useCommand('OpenActivityReport');
  const open = () =>
    command.mutate(
      { body: { desk: desk.id, month } },
      { onSuccess: () => void client.invalidateQueries({ queryKey: ['activity'] }) },
    );
  return (
    <section className="flex flex-col items-start gap-2 rounded-8 border border-solid-gray-420 bg-white p-4">
      <p className="text-std-16N-170">{t.page.notOpened}</p>
      {command.error ? <Refused problem={command.error} /> : null}
      {mayOpen ? (
        <Button look="primary" busy={command.isPending} onClick={open}>
          {t.page.open}
        </Button>
      ) : null}
    </section>
  );
}

function Opened({ month, report }: { month: Month; report: Report }) {
  const t = useReportWords();
  const { stamp } = useTime();
  const { data: timeline } = useTimeline(report.id);
  const { id, state, edition, submittedAt, approvals, dissent, total } = report;
  const waits = ['SUBMITTED', 'DEADLOCKED'].includes(state);
  return (
    <section
      aria-labelledby="report"
      className="flex flex-col items-start gap-2 rounded-8 border border-solid-gray-420 bg-white p-4"
    >
      <h2 id="report" className="text-std-17B-170">
        {t.page.state}：<span data-state={state}>{labelOf(t.state.activity_report, state)}</span>
      </h2>
      <ul className="flex flex-col text-std-16N-170">
        {submittedAt === null ? null : <li>{t.page.submitted(edition, stamp(submittedAt))}</li>}
        {Object.entries(t.codes.body).map(([body, name]) => {
          const given = approvals.find((one) => one.body === body);
          if (given) return <li key={body}>{t.page.approved(name, given.organization.name, stamp(given.at))}</li>;
          return waits ? <li key={body}>{t.page.waiting(name)}</li> : null;
        })}
        {dissent.map(({ body, returned }) => (
          <li key={body}>{(returned ? t.page.dissentReturned : t.page.dissent)(labelOf(t.codes.body, body))}</li>
        ))}
      </ul>
      {total !== null && hasChanged(month) ? (
        <Notice look="warning" title={t.page.differs(total, month.total)} />
      ) : null}
      <div className="flex flex-wrap gap-2 print:hidden">
        {ACTS.filter((name) => timeline?.commands.includes(name)).map((name, i) => (
          <ButtonLink
            key={name}
            look={i === 0 ? 'primary' : 'secondary'}
            to="/cases/$id"
            params={{ id }}
            search={{ do: name }}
          >
            {t.command[name]}
          </ButtonLink>
        ))}
        <ButtonLink look="plain" to="/cases/$id" params={{ id }} search={{}}>
          {t.page.history}
        </ButtonLink>
      </div>
    </section>
  );
}
