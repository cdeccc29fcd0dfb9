import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EndRelations1790000171000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- A relation may have a term: "acceptor.until" beside "acceptor" holds the moment from which nobody stands in it any more.
      -- Nothing has to happen then: whoever asks later is told otherwise.
      CREATE OR REPLACE FUNCTION app.relations_to(h stream_head, standing text[]) RETURNS text[]
      LANGUAGE sql STABLE AS $$
        SELECT coalesce(array_agg(r.key), '{}') || ARRAY['everyone']
               || CASE WHEN h.relations -> 'area' ?| standing
                        AND EXISTS (SELECT FROM obligation o
                                     WHERE o.prefecture = h.prefecture AND o.case_id = h.stream
                                       AND (o.level >= 3 OR o.state = 'missed'))
                       THEN ARRAY['escalated_area'] ELSE '{}' END
          FROM jsonb_each(h.relations) r
         WHERE r.value ?| standing
           AND CASE WHEN h.relations ? (r.key || '.until')
                    THEN (h.relations -> (r.key || '.until') ->> 0)::timestamptz > app.now() ELSE true END
      $$;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
