import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChainLooks1790000172000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- 閲覧の記録 is chained like the log (G12), in batches behind the reads (ADR 0026): a row here says which look comes
      -- next in the chain of its prefecture, and the hash of all up to it.
      CREATE TABLE read_log_link (
        prefecture text   NOT NULL,
        seq        bigint NOT NULL,
        id         bigint NOT NULL,
        hash       bytea  NOT NULL,
        PRIMARY KEY (prefecture, seq),
        UNIQUE (prefecture, id)
      );
      ALTER TABLE read_log_link OWNER TO tsunagi_owner;
      ALTER TABLE read_log_link ENABLE ROW LEVEL SECURITY;
      ALTER TABLE read_log_link FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_prefecture ON read_log_link TO tsunagi_reader USING (prefecture = app.prefecture());
      CREATE POLICY writer ON read_log_link TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true);
      GRANT SELECT ON read_log_link TO tsunagi_reader;
      GRANT SELECT, INSERT ON read_log_link TO tsunagi_writer;

      -- Nobody changes a look, and only the retention removes any: it runs as the owner, in one function.
      REVOKE UPDATE, DELETE, TRUNCATE ON read_log FROM tsunagi_writer;
      CREATE FUNCTION app.looks_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND current_setting('app.retention', true) = 'on' THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'a look on record is neither changed nor removed (%)', TG_OP USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER looks_are_final BEFORE UPDATE OR DELETE ON read_log
        FOR EACH ROW EXECUTE FUNCTION app.looks_are_final();
      CREATE TRIGGER looks_stay BEFORE TRUNCATE ON read_log EXECUTE FUNCTION app.looks_are_final();
      CREATE TRIGGER looks_are_final BEFORE UPDATE OR DELETE ON read_log_link
        FOR EACH ROW EXECUTE FUNCTION app.looks_are_final();
      CREATE TRIGGER looks_stay BEFORE TRUNCATE ON read_log_link EXECUTE FUNCTION app.looks_are_final();
      ALTER FUNCTION app.looks_are_final() OWNER TO tsunagi_owner;

      -- 保存期間: removes the looks before a moment from the beginning of the chain on, as far as they are chained, and leaves
      -- a look of its own that says how many, and from which link and hash the chain goes on. The last link always stays.
      CREATE FUNCTION app.remove_looks(p_prefecture text, p_before timestamptz) RETURNS bigint
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE
        v_through bigint;
        v_hash    bytea;
        v_removed bigint;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('read_log ' || p_prefecture, 0));
        SELECT least(coalesce(min(l.seq) FILTER (WHERE r.at >= p_before), max(l.seq)), max(l.seq)) - 1 INTO v_through
          FROM read_log_link l JOIN read_log r ON r.prefecture = l.prefecture AND r.id = l.id
         WHERE l.prefecture = p_prefecture;
        SELECT hash INTO v_hash FROM read_log_link WHERE prefecture = p_prefecture AND seq = v_through;
        IF v_hash IS NULL THEN RETURN 0; END IF;
        SELECT count(*) INTO v_removed FROM read_log_link WHERE prefecture = p_prefecture AND seq <= v_through;
        INSERT INTO read_log (prefecture, user_id, role, purpose, outcome, about, records, kinds)
        VALUES (p_prefecture, '00000000-0000-8000-8000-000000000001', 'system', 'retention', 'removed', NULL, v_removed,
                ARRAY[v_through::text, encode(v_hash, 'hex')]);
        PERFORM set_config('app.retention', 'on', true);
        DELETE FROM read_log r USING read_log_link l
         WHERE l.prefecture = p_prefecture AND l.seq <= v_through AND r.prefecture = l.prefecture AND r.id = l.id;
        DELETE FROM read_log_link WHERE prefecture = p_prefecture AND seq <= v_through;
        PERFORM set_config('app.retention', '', true);
        RETURN v_removed;
      END $$;
      ALTER FUNCTION app.remove_looks(text, timestamptz) OWNER TO tsunagi_owner;
      REVOKE ALL ON FUNCTION app.remove_looks(text, timestamptz), app.looks_are_final() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.remove_looks(text, timestamptz) TO tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
