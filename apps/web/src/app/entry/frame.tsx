import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.tsx';
import { PageTitle } from '../../ui/page.tsx';
import { LanguageFailed, LanguageSwitch } from '../shell/top-bar.tsx';

/** A page of somebody who is not in yet. */
export function EntryFrame({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const t = useText();
  return (
    <main id="main" className={`mx-auto flex flex-col gap-5 px-4 py-6 ${wide ? 'max-w-5xl' : 'max-w-2xl'}`}>
      <div className="flex items-center justify-between print:hidden">
        <p className="text-std-20B-150 text-key-900">{t.app.name}</p>
        <LanguageSwitch />
      </div>
      <LanguageFailed />
      <PageTitle title={title} />
      {children}
    </main>
  );
}
