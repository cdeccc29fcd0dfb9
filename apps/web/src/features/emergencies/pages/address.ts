import type { LinkProps } from '@tanstack/react-router';

/** Where what was opened is read. */
export const recordAddress = (id: string): LinkProps => ({ to: `/emergencies/${id}` }) as unknown as LinkProps;

export const caseAddress = (id: string, search: { readonly do?: string } = {}): LinkProps =>
  ({ to: '/cases/$id', params: { id }, search }) as unknown as LinkProps;

export const personAddress = (id: string): LinkProps => ({ to: `/patients/${id}` }) as unknown as LinkProps;
