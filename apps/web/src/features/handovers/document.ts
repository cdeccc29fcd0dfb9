import type { Entry, Timeline } from '../../api/types.ts';
import { words, type Words } from './words.ts';

export type Part = keyof Words['codes']['handoverPart'];
type Parts = Readonly<Record<string, string>>;

/** A handover document by its parts. The server sends one text with a line for each part, "adl: …". */
export function partsOf(text: string): Parts {
  const parts: Record<string, string> = {};
  let last: string | undefined;
  for (const line of text.split('\n')) {
    const [, name, rest] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name !== undefined && Object.hasOwn(words.ja.codes.handoverPart, name)) {
      last = name;
      parts[name] = rest ?? '';
    } else if (last !== undefined) parts[last] += `\n${line}`;
  }
  return parts;
}

const SENT = new Set(['DischargeHandoverSubmitted', 'DischargeHandoverSupplemented']);

export const latestDocument = ({ entries }: Timeline): string =>
  entries.flatMap(({ texts }) => texts).findLast(({ kind }) => kind === 'handover_document')?.text ?? '';

/** What has been asked of the newest version and not yet been answered by another; its text where the reader may see it. */
export function openQuestion({ entries }: Timeline): { asked: Entry; text: string | undefined } | undefined {
  const asked = entries
    .slice(entries.findLastIndex(({ type }) => SENT.has(type)) + 1)
    .findLast(({ type }) => type === 'HandoverClarificationRequested');
  return asked && { asked, text: asked.texts.find(({ kind }) => kind === 'clarification')?.text };
}

/** The newest version of the document that this case has; 0: none yet. */
export const handoverVersion = ({ entries }: Timeline): number =>
  entries.reduce(
    (latest, { type, details }) => (SENT.has(type) ? Math.max(latest + 1, Number(details['version'] ?? 0)) : latest),
    0,
  );
