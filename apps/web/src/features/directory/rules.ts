import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { get } from '../../api/client.ts';
import type { Read } from '../../api/contract.ts';

export type RulesOfArea = Read<'/api/v1/areas/{area}/rules'>;
export type Shown = RulesOfArea['contexts'][number]['rules'][number];
export type RulePage = Read<'/api/v1/areas/{area}/rules/{context}/{rule}'>;

/** What a rule may be set to, as the API says it (libs/kernel/rules.ts). */
export type Bound =
  | { readonly least: number; readonly most: number }
  | {
      readonly each: { readonly least: number; readonly most: number };
      readonly fewest: number;
      readonly longest: number;
    }
  | { readonly codes: readonly string[]; readonly fewest: number }
  | { readonly word: readonly string[] | 'day' }
  | Parts
  | { readonly every: Parts; readonly longest: number };
interface Parts {
  readonly parts: Readonly<Record<string, Bound>>;
  readonly spared: readonly string[];
}

/** Declared by this feature; the typed tree is that of the app. */
const LIST: string = '/rules';
/** Which rule stands behind the question mark: a path knows no capital letters. */
const ONE: string = '/rules/one';

export const rulesAddress = (area: string): LinkProps => ({ to: LIST as '/', search: { area } }) as LinkProps;
export const ruleAddress = (area: string, context: string, rule: string): LinkProps =>
  ({ to: ONE as '/', search: { area, context, rule } }) as unknown as LinkProps;

export const useRuleAreas = () =>
  useQuery({ queryKey: ['rule-areas'], queryFn: () => get('/api/v1/rule-areas'), staleTime: 0 });

export const useRules = (area: string | undefined) =>
  useQuery({
    queryKey: ['rules', area],
    queryFn: () => get('/api/v1/areas/{area}/rules', { area }),
    staleTime: 0,
    enabled: area !== undefined,
  });

export const useRule = (area: string, context: string, rule: string) =>
  useQuery({
    queryKey: ['rules', area, context, rule],
    queryFn: () => get('/api/v1/areas/{area}/rules/{context}/{rule}', { area, context, rule }),
    staleTime: 0,
  });

/** The default of this bound for a new element of a list. */
export function blankOf(bound: Bound, today: string): unknown {
  if ('least' in bound) return bound.least;
  if ('word' in bound) return bound.word === 'day' ? today : bound.word[0];
  if ('parts' in bound)
    return Object.fromEntries(
      Object.entries(bound.parts)
        .filter(([name]) => !bound.spared.includes(name))
        .map(([name, part]) => [name, blankOf(part, today)]),
    );
  return [];
}

/** A number as somebody types it, in whichever width; what is none stays as it is, and the server says so. */
export function numberTyped(text: string): number | string {
  const plain = text.normalize('NFKC').replace(/−/g, '-').trim();
  return /^-?\d+$/.test(plain) ? Number(plain) : text;
}

export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
export function minuteTyped(text: string): number | string {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? text : Number(hours) * 60 + Number(minutes);
}
