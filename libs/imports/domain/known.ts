/** What the directory has, as far as rows of a file can mean it. */
export interface KnownOrganization {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly municipality: string;
  readonly phone?: string;
  readonly block?: string;
  readonly group?: string;
  readonly codes: readonly { readonly list: string; readonly code: string }[];
}

export interface KnownUser {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organization: string;
  readonly ward?: string;
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly address?: string;
  readonly municipality: string;
  readonly careManager?: string;
  readonly primaryPhysician?: string;
  readonly block?: string;
  readonly consent: boolean;
}

export interface Known {
  readonly prefecture: string;
  readonly municipalities: readonly { readonly id: string; readonly name: string }[];
  readonly organizations: readonly KnownOrganization[];
  readonly users: readonly KnownUser[];
  /** Those who were born on a day that the file names. */
  readonly people: readonly KnownPerson[];
}

/** A thing that is said by a word: found, or not, or several. */
export type Found<T> = { readonly one: T } | { readonly none: true } | { readonly several: readonly T[] };

const found = <T>(all: readonly T[]): Found<T> => {
  const [one] = all;
  return one === undefined ? { none: true } : all.length === 1 ? { one } : { several: all };
};

/** Width, spaces and case do not tell two names apart. */
export const word = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

/** Look-ups by word, each made once for a whole file. */
export class Register {
  private readonly byName = new Map<string, KnownOrganization[]>();
  private readonly byCode = new Map<string, KnownOrganization[]>();
  private readonly usersByName = new Map<string, KnownUser[]>();
  private readonly usersAt = new Map<string, KnownUser[]>();
  private readonly bornOn = new Map<string, KnownPerson[]>();
  private readonly places = new Map<string, string[]>();

  constructor(readonly known: Known) {
    for (const one of known.organizations) {
      push(this.byName, word(one.name), one);
      for (const { code } of one.codes) push(this.byCode, code, one);
    }
    for (const one of known.users) {
      push(this.usersByName, word(one.name), one);
      push(this.usersAt, one.organization, one);
    }
    for (const one of known.people) push(this.bornOn, one.birthDate, one);
    for (const { id, name } of known.municipalities) push(this.places, word(name), id);
  }

  /** 市町村 by code (six digits, or five without the check digit) or name, with or without 都道府県 and 郡 before it. */
  municipality(text: string): Found<string> {
    const said = word(text);
    if (/^\d{5,6}$/.test(said))
      return found(
        this.known.municipalities
          .filter(({ id }) => id === said || (said.length === 5 && id.startsWith(said)))
          .map(({ id }) => id),
      );
    const exact = this.places.get(said);
    if (exact) return found(exact);
    return found(
      this.placesIn(said)
        .filter(({ end }) => end === said.length)
        .map(({ id }) => id),
    );
  }

  /** The municipality with which an address begins. */
  placeOf(address: string): Found<string> {
    return found(this.placesIn(word(address).replace(/^〒?\d{3}-?\d{4}/, '')).map(({ id }) => id));
  }

  private placesIn(text: string): { readonly id: string; readonly end: number }[] {
    const rest = text.replace(/^(?:北海道|東京都|(?:京都|大阪)府|.{2,3}県)/, '');
    const all = this.known.municipalities.flatMap(({ id, name }) => {
      const at = rest.indexOf(word(name));
      // Nothing stands before it but a 郡.
      const district = rest.slice(0, Math.max(at, 0));
      return at === 0 || (at > 0 && /^[^市区町村]{1,6}郡$/.test(district)) ? [{ id, name, at }] : [];
    });
    const longest = Math.max(...all.map(({ name }) => name.length));
    return all
      .filter(({ name }) => name.length === longest)
      .map(({ id, name, at }) => ({ id, end: text.length - rest.length + at + word(name).length }));
  }

  organizationsNamed = (name: string): readonly KnownOrganization[] => this.byName.get(word(name)) ?? [];
  organizationsWithCode = (code: string): readonly KnownOrganization[] => this.byCode.get(code) ?? [];
  usersNamed = (name: string): readonly KnownUser[] => this.usersByName.get(word(name)) ?? [];
  usersOf = (organization: string): readonly KnownUser[] => this.usersAt.get(organization) ?? [];
  peopleBornOn = (day: string): readonly KnownPerson[] => this.bornOn.get(day) ?? [];

  /** By number of a national list or by name; in a municipality where that tells them apart. */
  organization(text: string, municipality?: string): Found<KnownOrganization> {
    const digits = text.normalize('NFKC').replaceAll(/[\s-]/g, '');
    const all = /^\d{7,10}$/.test(digits) ? this.organizationsWithCode(digits) : this.organizationsNamed(text);
    const near = municipality === undefined ? all : all.filter((one) => one.municipality === municipality);
    return found(near.length > 0 ? near : all);
  }
}

function push<T>(map: Map<string, T[]>, key: string, one: T): void {
  const all = map.get(key);
  if (all) all.push(one);
  else map.set(key, [one]);
}
