import { useState, type ComponentType } from 'react';
import type { CommandName } from '../api/contract.ts';
import { useMe } from '../api/queries.ts';
import { useText } from '../i18n/index.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page.tsx';
import { useLabels } from './labels.ts';

/** The page that begins something. Whoever may not begin it learns so before a word is typed, not by a refusal after. */
export function forThoseWhoMay(command: CommandName, Page: ComponentType): ComponentType {
  return function Beginning() {
    const t = useText();
    const labels = useLabels();
    const { data: me } = useMe();
    const may = me?.commands.includes(command) === true;
    // What was open stays open: somebody is typing, and the server says why it refuses.
    const [began] = useState(may);
    if (may || began) return <Page />;
    return (
      <div className="flex max-w-4xl flex-col items-start gap-4">
        <PageTitle title={labels.of('command', command)} />
        <Notice look="warning" title={t.app.mayNotBegin}>
          <p className="text-std-16N-170">{t.app.mayNotBeginHelp}</p>
        </Notice>
        <ButtonLink to="/">{t.app.backToBoard}</ButtonLink>
      </div>
    );
  };
}
