import type { ComponentProps } from 'react';
import { inputClass } from './field.tsx';

/** Free text, as tall as what it holds: nothing that was written or filled in is cut off. */
export function TextArea({ rows, className = '', ...rest }: ComponentProps<'textarea'> & { rows: number }) {
  return (
    <textarea
      {...rest}
      rows={rows}
      style={{ minHeight: `calc(${rows}lh + 1.125rem)` }}
      className={`${inputClass} field-sizing-content ${className}`}
    />
  );
}
