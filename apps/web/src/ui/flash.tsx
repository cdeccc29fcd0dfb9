import { useRouterState } from '@tanstack/react-router';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { Notice } from './notice.tsx';

interface Said {
  text: string;
  /** The address it belongs to: it goes when the reader does. */
  path: string;
}
const Context = createContext<{ said: Said | null; say: (text: string, path: string) => void }>({
  said: null,
  say: () => {},
});

/** "Recorded": said once, above the page that a command leads to. */
export function FlashProvider({ children }: { children: ReactNode }) {
  const [said, set] = useState<Said | null>(null);
  return <Context.Provider value={{ said, say: (text, path) => set({ text, path }) }}>{children}</Context.Provider>;
}

export const useFlash = () => useContext(Context).say;

export function Flash() {
  const { said } = useContext(Context);
  const path = useRouterState({ select: ({ location }) => location.pathname + location.searchStr });
  const shown = said?.path === path ? said.text : null;
  return (
    <div role="status" className={shown === null ? '' : 'mb-4'}>
      {shown === null ? null : <Notice look="good" title={shown} />}
    </div>
  );
}
