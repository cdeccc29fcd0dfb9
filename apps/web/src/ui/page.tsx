import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../i18n/index.tsx';

/**
 * The title of a page, which takes the focus when the page opens, and stands in the tab. Where it names a person, or is what
 * somebody typed, `tab` stands there instead: a browser keeps titles in its history, for whoever sits there next.
 */
export function PageTitle({ title, tab = title, children }: { title: string; tab?: string; children?: ReactNode }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    document.title = `${tab} | ${t.app.name}`;
  }, [tab, t]);
  return (
    <h1 ref={heading} tabIndex={-1} className="text-std-22B-150 md:text-std-24B-150">
      {title}
      {children}
    </h1>
  );
}

export function Loading() {
  const t = useText();
  return (
    <p role="status" className="p-4 text-std-16N-170 text-solid-gray-700">
      {t.app.loading}
    </p>
  );
}
