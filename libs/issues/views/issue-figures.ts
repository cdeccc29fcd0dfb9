import { toHide, type Figure, type Table } from '#disclosure';
import { dateIn } from '#kernel';
import { SIGNAL_SOURCES } from '../domain/issue-types.js';
import type { SignalSeen } from '../domain/signal-seen.js';

/** What of the numbers is kept back from a reader. */
export type Keeps = 'nothing' | 'few' | 'all';

export const MONTHS = 12;

export interface Line {
  readonly code: string;
  readonly cases: number | null;
}
export interface IssueFigures {
  readonly cases: number | null;
  readonly months: readonly Line[];
  readonly sources: readonly Line[];
  readonly areas: readonly Line[];
}

/** A signal as it is counted; its area is a municipality, or of a wide area the part that it lies in. */
export interface CountedSignal extends Pick<SignalSeen, 'caseKey' | 'source' | 'occurredAt'> {
  readonly area: string;
}
interface Counting {
  readonly months: readonly string[];
  readonly areas: readonly string[];
  readonly keeps: Keeps;
  /** 秘匿の下限: fewer cases than that, but some, tell of somebody. */
  readonly least: number;
}

/**
 * 根拠の数: distinct cases by month, source and area, from signals that stand oldest first. Each case counts once,
 * where it was first noticed, so that every table comes to the same sum. Where few are kept back, so is
 * whatever would let them be computed.
 */
export function figuresOf(signals: readonly CountedSignal[], { months, areas, keeps, least }: Counting): IssueFigures {
  const places = placesOf(signals, months);
  const splits = { month: months, source: SIGNAL_SOURCES, area: areas } as const;
  const few = keeps === 'few' ? hiddenOf(places, splits, least) : new Set<string>();
  const isHidden = (id: string) => keeps === 'all' || few.has(id);
  const countOf = (name: Dimension, code: string) => places.filter((place) => place[name] === code).length;
  const lines = (name: Dimension): Line[] =>
    splits[name].map((code) => ({ code, cases: isHidden(`${name} ${code}`) ? null : countOf(name, code) }));
  return {
    cases: isHidden(WHOLE) ? null : places.length,
    months: lines('month'),
    sources: lines('source'),
    areas: lines('area'),
  };
}

interface Place {
  readonly month: string;
  readonly source: string;
  readonly area: string;
}
type Dimension = keyof Place;
const WHOLE = 'all';

function placesOf(signals: readonly CountedSignal[], months: readonly string[]): Place[] {
  const first = new Map<string, Place>();
  for (const { caseKey, source, area, occurredAt } of signals) {
    const month = dateIn(occurredAt).slice(0, 7);
    if (months.includes(month) && !first.has(caseKey)) first.set(caseKey, { month, source, area });
  }
  return [...first.values()];
}

function hiddenOf(
  places: readonly Place[],
  splits: Readonly<Record<Dimension, readonly string[]>>,
  least: number,
): ReadonlySet<string> {
  const margin: Figure = { id: WHOLE, extent: {} };
  const tables = (Object.entries(splits) as [Dimension, readonly string[]][]).map(([name, codes]): Table => ({
    margin,
    cells: codes.map((code) => ({ id: `${name} ${code}`, extent: { [name]: [code] } })),
  }));
  const counted = places.map((place) => ({ place: { ...place }, count: 1 }));
  return toHide({ population: { dimensions: splits, counted }, tables, least }).ids;
}
