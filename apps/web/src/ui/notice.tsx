import type { ReactNode } from 'react';

const LOOKS = {
  info: 'border-key-900 bg-key-50',
  good: 'border-success-2 bg-green-50',
  warning: 'border-warning-orange-2 bg-orange-50',
  bad: 'border-error-1 bg-red-50',
};

/** A framed message where the eye is (DADS notification banner). */
export function Notice({
  look = 'info',
  title,
  children,
}: {
  look?: keyof typeof LOOKS;
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`rounded-8 border-2 border-l-8 px-4 py-3 ${LOOKS[look]}`}>
      {title ? <p className="text-std-16B-170">{title}</p> : null}
      {children}
    </div>
  );
}
