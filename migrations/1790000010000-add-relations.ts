import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddRelations1790000010000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Who stands in which relation to the case: {"hospital": [organization], "care_team": [users], "area": [areas]}.
      -- It replaces the bare list of organizations. Heads of before are folded again when the migration is over.
      ALTER TABLE stream_head ADD COLUMN relations jsonb NOT NULL DEFAULT '{}', DROP COLUMN parties;

      -- What somebody stands for: himself, his organization, the areas that it serves or sits within, and everybody.
      CREATE FUNCTION app.standing(p_prefecture text, p_user uuid, p_organization uuid) RETURNS text[]
      LANGUAGE sql STABLE AS $$
        SELECT ARRAY[p_user::text, p_organization::text, '*'] || coalesce(
          (SELECT array_agg(a)
             FROM stream_head o,
                  jsonb_array_elements_text(coalesce(o.relations -> 'serves', '[]')
                                            || coalesce(o.relations -> 'within', '[]')) a
            WHERE o.prefecture = p_prefecture AND o.stream = p_organization AND o.kind = 'organization'), '{}')
      $$;

      -- The one reader of relations: commands, timelines, boards and lists ask it. Whoever serves the area stands in
      -- "escalated_area" as well once the third step of a chase was sent or something was missed (model.md 2.2).
      CREATE FUNCTION app.relations_to(h stream_head, standing text[]) RETURNS text[]
      LANGUAGE sql STABLE AS $$
        SELECT coalesce(array_agg(r.key), '{}') || ARRAY['everyone']
               || CASE WHEN h.relations -> 'area' ?| standing
                        AND EXISTS (SELECT FROM obligation o
                                     WHERE o.prefecture = h.prefecture AND o.case_id = h.stream
                                       AND (o.level >= 3 OR o.state = 'missed'))
                       THEN ARRAY['escalated_area'] ELSE '{}' END
          FROM jsonb_each(h.relations) r WHERE r.value ?| standing
      $$;
      REVOKE ALL ON FUNCTION app.standing(text, uuid, uuid), app.relations_to(stream_head, text[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.standing(text, uuid, uuid), app.relations_to(stream_head, text[])
        TO tsunagi_reader, tsunagi_writer, tsunagi_owner;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
