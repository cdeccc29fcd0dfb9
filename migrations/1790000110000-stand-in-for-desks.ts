import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StandInForDesks1790000110000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Whoever works at a desk that stands in for another one today stands where people of that one do, and where those do
      -- for whom it stands in itself. No circle is ever arranged; UNION would end in one all the same.
      CREATE OR REPLACE FUNCTION app.standing(p_prefecture text, p_user uuid, p_organization uuid) RETURNS text[]
      LANGUAGE sql STABLE AS $$
        WITH RECURSIVE for_whom(id) AS (
          SELECT p_organization
           UNION
          SELECT (c.state ->> 'desk')::uuid
            FROM for_whom w
            JOIN stream_head c ON c.prefecture = p_prefecture AND c.kind = 'desk_cover'
                              AND c.state ->> 'status' = 'ARRANGED' AND c.state ->> 'deputy' = w.id::text
                              AND (app.now() AT TIME ZONE 'Asia/Tokyo')::date
                                  BETWEEN (c.state ->> 'from')::date AND (c.state ->> 'until')::date
        )
        SELECT ARRAY[p_user::text, '*'] || (SELECT array_agg(id::text) FROM for_whom) || coalesce(
          (SELECT array_agg(a)
             FROM for_whom w
             JOIN stream_head o ON o.prefecture = p_prefecture AND o.stream = w.id AND o.kind = 'organization',
                  jsonb_array_elements_text(coalesce(o.relations -> 'serves', '[]')
                                            || coalesce(o.relations -> 'within', '[]')) a), '{}')
      $$;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
