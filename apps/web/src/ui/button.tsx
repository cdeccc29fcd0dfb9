import { Link, type LinkProps } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Look = 'primary' | 'secondary' | 'plain' | 'danger';

const LOOKS: Record<Look, string> = {
  primary: 'border-key-900 bg-key-900 text-white hover:bg-key-1000 hover:border-key-1000 hover:underline',
  secondary: 'border-key-900 bg-white text-key-900 hover:bg-key-100 hover:underline',
  plain: 'border-transparent bg-transparent text-key-900 underline hover:bg-key-50',
  danger: 'border-error-2 bg-white text-error-2 hover:bg-red-50 hover:underline',
};

const SIZES = {
  /** 64 px: for the one thing to do at night. */
  huge: 'min-h-16 px-6 text-oln-17B-100 text-[1.25rem]',
  large: 'min-h-14 px-6 text-oln-16B-100',
  normal: 'min-h-11 px-4 text-oln-16B-100',
};

interface Style {
  look?: Look;
  size?: keyof typeof SIZES;
  wide?: boolean;
}

export const buttonClass = ({ look = 'secondary', size = 'normal', wide = false }: Style): string =>
  `inline-flex items-center justify-center gap-2 rounded-8 border text-center leading-130 ${LOOKS[look]} ${SIZES[size]} ${wide ? 'w-full' : ''}`;

export function Button({
  look,
  size,
  wide,
  busy = false,
  children,
  onClick,
  type = 'button',
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & Style & { busy?: boolean; children: ReactNode }) {
  return (
    <button
      {...rest}
      type={type}
      // Stays focusable and can say why; `disabled` would drop the focus (DADS).
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      className={`${buttonClass({ ...(look && { look }), ...(size && { size }), ...(wide && { wide }) })} aria-disabled:border-solid-gray-600 aria-disabled:bg-solid-gray-100 aria-disabled:text-solid-gray-700 aria-disabled:no-underline ${className}`}
    >
      {children}
    </button>
  );
}

export function ButtonLink({
  look,
  size,
  wide,
  children,
  ...link
}: LinkProps & Style & { children: ReactNode; 'aria-label'?: string }) {
  return (
    <Link
      className={buttonClass({ ...(look && { look }), ...(size && { size }), ...(wide && { wide }) })}
      {...(link as LinkProps)}
    >
      {children}
    </Link>
  );
}
