import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../i18n/index.tsx';

/** The title of a page, which takes the focus when the page opens, and stands in the tab. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    document.title = `${title} | ${t.app.name}`;
  }, [title, t]);
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
