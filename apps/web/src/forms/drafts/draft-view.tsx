import { useEffect, useRef } from 'react';
import { awayOf } from '../../api/client.ts';
import { useText } from '../../i18n/index.tsx';
import { timeOf } from '../../time/moments.ts';
import { useTime } from '../../time/use-time.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SignInAgain, useRefusal } from '../../ui/problem.tsx';
import { DraftValue, useFieldWords } from './field-words.tsx';
import type { UsedDraft } from './use-draft.ts';

interface Props {
  draft: UsedDraft;
  command: string;
}

/** One quiet line: whether what was typed is kept. No live region, for it changes with every pause. */
export function DraftLine({ draft: { keeper, state } }: Pick<Props, 'draft'>) {
  const t = useText();
  const words = useRefusal();
  const { kept, savedAt, problem, opened } = state;
  const offline = problem?.status === 0;
  return (
    <div className="flex min-h-6 flex-col justify-center text-dns-14N-130 text-solid-gray-800 md:min-h-14 md:flex-row md:items-center md:justify-start md:[&>:not(p)]:shrink-0">
      <p
        data-draft={kept} // The end of a long form is out of sight on a phone, and this must not be.
        className={
          kept === 'failed'
            ? 'text-error-2 max-md:fixed max-md:inset-x-0 max-md:bottom-16 max-md:z-10 max-md:border-y max-md:border-error-1 max-md:bg-red-50 max-md:px-4 max-md:py-2'
            : ''
        }
      >
        {kept === 'saved' && savedAt ? t.draft.saved(timeOf(Date.parse(savedAt))) : ''}
        {kept === 'waiting' ? t.draft.waiting : ''}
        {kept === 'failed' ? (offline ? t.draft.offline : t.draft.failed) : ''}
        {kept === 'failed' && problem && !offline ? `：${words(problem)}` : ''}
      </p>
      {kept === 'failed' && awayOf(problem) ? <SignInAgain /> : null}
      {kept === 'saved' && !opened ? <Discard keeper={keeper} /> : null}
    </div>
  );
}

function Discard({ keeper }: Pick<UsedDraft, 'keeper'>) {
  const t = useText();
  return (
    <Button
      look="plain"
      onClick={() => {
        if (window.confirm(t.draft.discardSure)) void keeper.discard();
      }}
    >
      {t.draft.discard}
    </Button>
  );
}

/** What the person must know of the draft before going on: that there was one, that another device has touched it. */
export function DraftHead({ draft, command }: Props) {
  const t = useText();
  const { moment } = useTime();
  const { keeper, state } = draft;
  const { opened, brought, ended, more, clashes } = state;
  return (
    <>
      {opened ? (
        <div
          data-draft-opened
          className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-8 border border-solid-gray-420 bg-white px-4 py-1 text-dns-16N-130"
        >
          <p role="status">{t.draft.opened(moment(opened))}</p>
          {keeper.begins ? (
            <Button look="plain" onClick={() => void keeper.another()}>
              {t.draft.another}
            </Button>
          ) : null}
          <Discard keeper={keeper} />
        </div>
      ) : null}
      {more.length > 0 ? (
        <details className="rounded-8 border border-solid-gray-420 bg-white px-4 text-dns-16N-130">
          <summary className="flex min-h-11 items-center text-key-900 underline">{t.draft.more(more.length)}</summary>
          <ul className="flex flex-col items-start pb-2">
            {more.map(({ id, savedAt }) => (
              <li key={id}>
                <Button look="plain" onClick={() => void keeper.another(id)}>
                  {t.draft.open(moment(savedAt))}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {brought && clashes.length === 0 ? (
        <div role="status">
          <Notice title={t.draft.brought} />
        </div>
      ) : null}
      {ended ? (
        <div role="alert">
          <Notice look="warning" title={t.draft[ended]} />
        </div>
      ) : null}
      {clashes.length > 0 ? <Clashes draft={draft} command={command} /> : null}
    </>
  );
}

/** Both versions side by side, with a choice for each field. The choice is part of the draft: any device may make it. */
function Clashes({ draft: { keeper, state }, command }: Props) {
  const t = useText();
  const { label, say } = useFieldWords();
  const box = useRef<HTMLElement>(null);
  const { clashes, asked } = state;
  useEffect(() => {
    if (asked === 0) return;
    box.current?.scrollIntoView({ block: 'start' });
    box.current?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="draft-clash" className="scroll-mt-20" data-draft-clash>
      <div role="alert">
        <Notice look="warning">
          <h2 id="draft-clash" className="text-std-16B-170">
            {t.draft.clash}
          </h2>
          <p className="text-std-16N-170">{t.draft.clashHelp}</p>
        </Notice>
      </div>
      <ul className="mt-3 flex flex-col gap-4">
        {clashes.map(({ path, here, other }) => (
          <li key={path} className="rounded-8 border border-solid-gray-420 bg-white p-4">
            <h3 className="text-std-16B-170">{label(command, path)}</h3>
            <div className="mt-2 grid gap-3 md:grid-cols-2">
              {(
                [
                  ['here', t.draft.here, t.draft.useHere, here],
                  ['other', t.draft.other, t.draft.useOther, other],
                ] as const
              ).map(([choice, title, words, value]) => (
                <div key={title} className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 p-3">
                  <p className="text-dns-14B-130 text-solid-gray-800">{title}</p>
                  <p className="grow text-std-16N-170">
                    <DraftValue command={command} path={path} value={value} />
                  </p>
                  <Button
                    aria-label={`${words}（${label(command, path)}）`}
                    onClick={() => keeper.choose(path, choice)}
                  >
                    {words}
                  </Button>
                </div>
              ))}
            </div>
            {isProse(command, path, here, other, say) ? (
              <Button className="mt-3" look="plain" onClick={() => keeper.choose(path, 'both')}>
                {t.draft.useBoth}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two texts can stand one after the other; two choices, dates or people cannot. */
const isProse = (
  command: string,
  path: string,
  here: unknown,
  other: unknown,
  say: (command: string, path: string, code: string) => string,
): boolean =>
  [here, other].every(
    (text) =>
      typeof text === 'string' && !/^[\d\s:T.-]*$|^[0-9a-f-]{36}$/.test(text) && say(command, path, text) === text,
  );
