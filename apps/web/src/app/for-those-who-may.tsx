import { useState, type ComponentType } from 'react';
import type { CommandName } from '../api/contract.ts';
import { useMe } from '../api/queries.ts';
import type { Me } from '../api/types.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { useText } from '../i18n/index.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page.tsx';
import { useLabels } from './labels.ts';
import type { Labels } from './registry.ts';

interface Guarded {
  readonly title: string;
  readonly why: string;
  readonly help: string;
}

/** The page that begins something. Whoever may not begin it learns so before a word is typed, not by a refusal after. */
export const forThoseWhoMay = (command: CommandName, Page: ComponentType): ComponentType =>
  guarded(
    Page,
    (me) => me.commands.includes(command),
    (t, labels) => ({ title: labels.of('command', command), why: t.app.mayNotBegin, help: t.app.mayNotBeginHelp }),
  );

/** A list or a register, for those whom the server lets see it. */
export const forItsReaders = (name: string, Page: ComponentType): ComponentType =>
  guarded(
    Page,
    (me) => me.pages.includes(name),
    (t, labels) => ({ title: labels.of('nav', name), why: t.app.mayNotOpen, help: t.app.mayNotOpenHelp }),
  );

function guarded(
  Page: ComponentType,
  isFor: (me: Me) => boolean,
  said: (t: Dictionary, labels: Labels) => Guarded,
): ComponentType {
  return function GuardedPage() {
    const t = useText();
    const labels = useLabels();
    const { data: me } = useMe();
    const may = me != null && isFor(me);
    // What was open stays open: somebody is typing, and the server says why it refuses.
    const [began] = useState(may);
    if (may || began) return <Page />;
    const { title, why, help } = said(t, labels);
    return (
      <div className="flex max-w-4xl flex-col items-start gap-4">
        <PageTitle title={title} />
        <Notice look="warning" title={why}>
          <p className="text-std-16N-170">{help}</p>
        </Notice>
        <ButtonLink to="/">{t.app.backToBoard}</ButtonLink>
      </div>
    );
  };
}
