import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Read } from '../../../api/contract.ts';
import { useCommand } from '../../../api/queries.ts';
import { labelOf, useWords } from '../../../i18n/index.tsx';
import { themeOf } from '../../../i18n/theme.ts';
import { useTime } from '../../../time/use-time.ts';
import { Button } from '../../../ui/button.tsx';
import { useFlash } from '../../../ui/flash.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed, Refused } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { Chip, useCandidates } from './shared.tsx';

type Candidate = Read<'/api/v1/issue-candidates'>['candidates'][number];

/** 課題の候補: what was written down as a sign of trouble, to be confirmed one by one. */
export function CandidatesPage() {
  const { inbox: say } = useWords(pageWords);
  const { data, error, refetch } = useCandidates();
  // Until the counting has heard of it, the server still lists what has just been confirmed.
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const open = data.candidates.filter(({ id }) => !done.has(id));
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={say.title} />
      <p className="text-std-16N-170">{say.lead}</p>
      {open.length === 0 ? (
        <p className="text-std-16N-170">{say.none}</p>
      ) : (
        <p className="text-std-16N-170" role="status">
          {data.more ? say.more(open.length) : say.count(open.length)}
        </p>
      )}
      <ul className="flex flex-col gap-3 empty:hidden">
        {open.map((candidate) => (
          <Row
            key={candidate.id}
            candidate={candidate}
            confirmed={() => {
              setDone((before) => new Set([...before, candidate.id]));
              // The next ones, once the page is worked through.
              if (open.length === 1) void refetch();
            }}
          />
        ))}
      </ul>
    </div>
  );
}

function Row({ candidate, confirmed }: { candidate: Candidate; confirmed: () => void }) {
  const { id, key, scene, issueType, subject, source, origin, municipality, severity, occurredAt, narrative } =
    candidate;
  const t = useWords(words);
  const { inbox: say, issue: issueSay } = useWords(pageWords);
  const { stamp } = useTime();
  const flash = useFlash();
  const tag = useCommand('TagIssueSignal');
  const theme = themeOf(t, key);
  const confirm = () =>
    tag.mutate(
      { id, body: { scene, issueType, ...(subject !== null && { subject }) } },
      {
        onSuccess: () => {
          flash(say.confirmed(theme), '/issue-candidates');
          confirmed();
        },
      },
    );
  return (
    <li className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 bg-white p-4">
      <h2 className="text-std-18B-160">{theme}</h2>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-std-16N-170">
        <time dateTime={occurredAt}>{stamp(occurredAt)}</time>
        <Chip>{labelOf(t.codes.source, source)}</Chip>
        <span>{municipality.name}</span>
        <span>{issueSay.weight(labelOf(t.codes.severity, String(severity)))}</span>
      </p>
      {narrative === null ? (
        <p className="text-std-16N-170 text-solid-gray-800">{say.noNarrative}</p>
      ) : (
        <blockquote className="border-l-4 border-solid-gray-420 pl-3 text-std-16N-170 whitespace-pre-wrap">
          {narrative}
        </blockquote>
      )}
      {tag.error ? <Refused problem={tag.error} /> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button busy={tag.isPending} onClick={confirm} aria-label={`${say.confirm}：${theme}`}>
          {say.confirm}
        </Button>
        <Doing id={id} command="TagIssueSignal">
          {say.change}
        </Doing>
        <Doing id={id} command="WithdrawIssueSignal">
          {say.withdraw}
        </Doing>
        {origin === null ? null : (
          <Link
            to="/cases/$id"
            params={{ id: origin }}
            search={{}}
            className="inline-flex min-h-11 items-center text-key-900 underline"
          >
            {say.origin}
          </Link>
        )}
      </div>
    </li>
  );
}

const Doing = ({ id, command, children }: { id: string; command: string; children: string }) => (
  <Link
    to="/cases/$id"
    params={{ id }}
    search={{ do: command } as never}
    className="inline-flex min-h-11 items-center text-key-900 underline"
  >
    {children}
  </Link>
);
