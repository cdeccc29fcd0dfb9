import { Injectable } from '@nestjs/common';
import { Heads } from '#cases';
import { Directory } from '#directory';
import { can, invalidInput, type Actor } from '#kernel';
import { Databases } from '#platform';
import { receiving, seatsOf, type Council, type Standing } from '../domain/council.js';

/** What the commands of this context ask about established councils. */
@Injectable()
export class Councils {
  constructor(
    private readonly heads: Heads,
    private readonly directory: Directory,
    private readonly databases: Databases,
  ) {}

  async all(prefecture: string): Promise<Standing[]> {
    const found = await this.heads.where<Council>(prefecture, 'council');
    return found.map(({ id, state }) => ({ id, council: state }));
  }

  async find(prefecture: string, id: string): Promise<Council | undefined> {
    return (await this.heads.of<Council>(prefecture, 'council', [id])).get(id);
  }

  /** @throws invalid_input on its field */
  async named(prefecture: string, id: string, path: string): Promise<Council> {
    const found = await this.find(prefecture, id);
    if (!found)
      throw invalidInput(
        path,
        'この会議はありません。一覧から選び直してください。',
        'There is no such council. Choose it from the list again.',
      );
    return found;
  }

  /** The council that an issue of an area is brought to; undefined where it is the area's own from the start. */
  async receiving(prefecture: string, level: string, area: string): Promise<Standing | undefined> {
    const councils = await this.all(prefecture);
    return councils.length === 0 ? undefined : receiving(await this.directory.tree(prefecture), councils, level, area);
  }

  /**
   * Whether somebody may begin something of a council: what is begun stands in no relation yet, so that the council's own
   * are asked. Its chairs, its secretariat, officers of its areas; at the top the prefecture.
   */
  async isOwn(prefecture: string, council: Council, actor: Actor): Promise<boolean> {
    if (!('userId' in actor)) return true;
    const { secretariat, chairs, standing } = seatsOf(council);
    if (chairs.includes(actor.userId)) return true;
    if (council.level === 'prefecture' && can(actor.role, 'prefecture_work')) return true;
    if (!can(actor.role, 'council_work')) return false;
    if (secretariat === actor.orgId) return true;
    const { rows } = await this.databases.writer.query<{ stands: boolean }>({
      name: 'stands-at-council',
      text: `SELECT app.standing($1, $2, $3) && $4::text[] AS stands`,
      values: [prefecture, actor.userId, actor.orgId, standing],
    });
    return rows[0]?.stands === true;
  }
}
