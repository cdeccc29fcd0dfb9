import pg from 'pg';
import { verifyLooks } from '#access';
import { readAnchors, settings, verifyLog } from '#platform';
import { anchorFileOf } from '../../platform-options.js';
import { withOwnDatabase } from '../own-server.js';
import { Progress } from '../progress.js';

/** Checks every event of every prefecture against the chain, the head and the anchors, and every look against its chain. 0: nothing found; 1: faults. */
export async function verify(args: readonly string[]): Promise<number> {
  const file = args[0] ?? anchorFileOf(settings());
  const anchors = await readAnchors(file);
  return withOwnDatabase(async (connection) => {
    const client = new pg.Client(connection);
    await client.connect();
    try {
      const progress = new Progress();
      const { rows } = await client.query<{ prefecture: string; events: number }>(
        `SELECT prefecture, coalesce(h.position, e.last) AS events FROM log_head h
           FULL JOIN (SELECT prefecture, max(position) AS last FROM event GROUP BY prefecture) e USING (prefecture)
          ORDER BY 1`,
      );
      let faults = 0;
      for (const { prefecture, events } of rows) {
        const seen = progress.counting(`prefecture ${prefecture}`, events, 'events');
        const found = await verifyLog(client, prefecture, anchors, seen);
        progress.clear();
        faults += found.faults.length;
        for (const { position, what } of found.faults) say(`prefecture ${prefecture}, event ${position}: ${what}`);
        say(
          `prefecture ${prefecture}: ${found.events} events, ${found.faults.length} faults; anchored through ${found.anchoredThrough}` +
            (found.anchoredThrough < found.events
              ? `, the ${found.events - found.anchoredThrough} later ones are held by the chain alone`
              : ''),
        );
        const looks = await verifyLooks(client, prefecture);
        faults += looks.faults.length;
        for (const { seq, what } of looks.faults) say(`prefecture ${prefecture}, look ${seq}: ${what}`);
        say(`prefecture ${prefecture}: ${looks.looks} looks on record, ${looks.faults.length} faults`);
      }
      return faults === 0 ? 0 : 1;
    } finally {
      await client.end();
    }
  });
}

const say = (line: string) => process.stdout.write(`${line}\n`);
