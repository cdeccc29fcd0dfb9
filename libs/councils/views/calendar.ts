import { atMinute, plusMinutes, type Instant } from '#kernel';
import type { Meeting } from '../domain/meeting.js';

/** Of a meeting whose items are given no time [D]. */
const USUAL_MINUTES = 90;
const LONGEST_LINE = 75;

/** 会議の予定 as a calendar takes it (RFC 5545). It names the council and the place, and nothing that is talked about. */
export function calendarOf(
  id: string,
  { on, startsAt, place, agenda, status }: Meeting,
  council: string,
  { version, now }: { readonly version: number; readonly now: Instant },
): string {
  const begins = atMinute(on, Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3, 5)));
  const minutes = agenda.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tsunagi//Councils//JA',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@tsunagi`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(begins)}`,
    `DTEND:${stamp(plusMinutes(begins, minutes === 0 ? USUAL_MINUTES : minutes))}`,
    `SUMMARY:${escaped(council)}`,
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    `STATUS:${status === 'POSTPONED' ? 'CANCELLED' : status === 'PLANNED' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const stamp = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (c) => `\\${c}`).replaceAll(/\r?\n/g, '\\n');

/** A line has at most 75 octets; what is longer goes on after a line break and a space, never inside a character. */
function folded(line: string): string {
  const lines: string[] = [''];
  for (const character of line) {
    const last = lines.at(-1) ?? '';
    if (Buffer.byteLength(last + character) <= LONGEST_LINE) lines[lines.length - 1] = last + character;
    else lines.push(` ${character}`);
  }
  return lines.join('\r\n');
}
