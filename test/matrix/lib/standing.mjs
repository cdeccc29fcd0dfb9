/**
 * In which relations everybody stands to every case, worked out from what the log has left, by nothing of the program:
 * its own answer comes from functions of the database.
 */
export class Standings {
  static async of(database) {
    const all = new Standings();
    const { rows: heads } = await database.query(
      'SELECT prefecture, stream::text AS id, kind, status, relations, state FROM stream_head ORDER BY stream',
    );
    const { rows: late } = await database.query(
      `SELECT DISTINCT case_id::text AS id FROM obligation WHERE level >= 3 OR state = 'missed'`,
    );
    const { rows: claims } = await database.query('SELECT prefecture, claim, stream::text AS id FROM claim');
    const { rows: clock } = await database.query('SELECT now()::text AS now');
    all.now = new Date(clock[0].now);
    all.today = new Date(all.now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
    all.heads = heads;
    all.byId = new Map(heads.map((head) => [head.id, head]));
    all.escalated = new Set(late.map(({ id }) => id));
    all.claims = claims;
    return all;
  }

  /** For what a person stands: himself, his organization, those he stands in for today, and their areas. */
  ofPerson({ id, organization, prefecture }) {
    const organizations = new Set([organization]);
    for (let size = 0; size < organizations.size;) {
      size = organizations.size;
      for (const { kind, state, prefecture: of } of this.heads)
        if (
          kind === 'desk_cover' &&
          of === prefecture &&
          state.status === 'ARRANGED' &&
          organizations.has(state.deputy) &&
          state.from <= this.today &&
          this.today <= state.until
        )
          organizations.add(state.desk);
    }
    const areas = [...organizations].flatMap((one) => {
      const { relations = {}, kind } = this.byId.get(one) ?? {};
      return kind === 'organization' ? [...(relations.serves ?? []), ...(relations.within ?? [])] : [];
    });
    return new Set([id, '*', ...organizations, ...areas]);
  }

  relations(person, head) {
    if (person.prefecture !== head.prefecture) return new Set();
    const standing = (person.standing ??= this.ofPerson(person));
    const found = new Set(['everyone']);
    const holds = (name) => (head.relations[name] ?? []).some((value) => standing.has(value));
    for (const name of Object.keys(head.relations)) {
      const until = head.relations[`${name}.until`]?.[0];
      if (holds(name) && (until === undefined || new Date(until) > this.now)) found.add(name);
    }
    if (holds('area') && this.escalated.has(head.id)) found.add('escalated_area');
    return found;
  }

  /** To a person's record stands, too, who stands to one of the person's live cases. */
  relationsToAll(person, head) {
    const found = this.relations(person, head);
    if (head.kind !== 'patient') return found;
    for (const { claim, id, prefecture } of this.claims)
      if (prefecture === head.prefecture && claim.split(':')[1] === head.id && id !== head.id) {
        const live = this.byId.get(id);
        if (live) for (const relation of this.relations(person, live)) found.add(relation);
      }
    return found;
  }
}
