import { Link } from '@tanstack/react-router';
import type { DoingProps } from '../../../feature.ts';
import { CommandForm } from '../../../forms/command-form.tsx';
import { textOf } from '../../../i18n/index.tsx';
import { Loading } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { APPROVE, SUBMIT } from '../forms.ts';
import { addressOf, periodOf, useMonth, type Month } from '../month.ts';
import { words } from '../words.ts';
import { useReportWords } from './page-words.ts';
import { Tables } from './tables.tsx';

/** 提出: with the hash of what stands above the button, so that nothing is submitted that was not seen. */
export function SubmitReport(props: DoingProps) {
  const t = useReportWords();
  return (
    <Seen {...props}>
      {(month) => (
        <CommandForm
          {...{ words, command: 'SubmitActivityReport', definition: SUBMIT, title: t.command.SubmitActivityReport }}
          id={props.timeline.about.id}
          along={{ hash: month.hash }}
          onDone={props.onDone}
          cancel={props.cancel}
        />
      )}
    </Seen>
  );
}

/** 承認. */
export function ApproveReport(props: DoingProps) {
  const t = useReportWords();
  return (
    <Seen {...props}>
      {() => (
        <CommandForm
          {...{ words, command: 'ApproveActivityReport', definition: APPROVE, title: t.command.ApproveActivityReport }}
          id={props.timeline.about.id}
          onDone={props.onDone}
          cancel={props.cancel}
        />
      )}
    </Seen>
  );
}

/** The figures stand open above what is done about them. */
function Seen({ timeline, children }: DoingProps & { children: (month: Month) => React.ReactNode }) {
  const t = useReportWords();
  const desk = textOf(timeline.facts['desk']);
  const month = textOf(timeline.facts['month']);
  const { data, error, refetch } = useMonth(desk, month);
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-std-17B-170">
        {t.unit.period(periodOf(month))}　{data.desk.name}　{t.page.total(data.report?.total ?? data.total)}
      </p>
      <p>
        <Link {...addressOf({ desk, month })} className="text-key-900 underline">
          {t.page.look}
        </Link>
      </p>
      <Tables month={data} />
      {children(data)}
    </div>
  );
}
