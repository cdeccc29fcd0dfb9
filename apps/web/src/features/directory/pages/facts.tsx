import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export const LINK = 'inline-flex min-h-11 items-center text-key-900 underline';

/** What is known, line by line. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 rounded-8 border border-solid-gray-420 bg-white px-4 py-3 md:grid-cols-[14rem_1fr]">
      {children}
    </dl>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-dns-14N-130 text-solid-gray-700 md:pt-1 md:text-dns-16N-130">{name}</dt>
      <dd className="mb-1 min-w-0 text-std-16N-170 break-words md:mb-0">{children}</dd>
    </>
  );
}

/** A part of a page under its own heading. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-std-18B-160">
        {title}
      </h2>
      {children}
    </section>
  );
}

export const CaseLink = ({ id, children }: { id: string; children: ReactNode }) => (
  <Link {...({ to: '/cases/$id', params: { id }, search: {} } as unknown as LinkProps)} className={LINK}>
    {children}
  </Link>
);
