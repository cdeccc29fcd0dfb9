import { newKey, Problem } from '../../api/client.ts';
import {
  discardDraft,
  listDrafts,
  saveDraft,
  showDraft,
  type Draft,
  type DraftListed,
  type DraftRef,
} from '../../api/drafts.ts';
import { both, equal, fieldsOf, othersOf, reconcile, withOthers, type Kept, type Typed } from './reconcile.ts';

/** 下書きは変更から1.5秒後に保存する. */
const AFTER_MS = 1_500;
const AGAIN_MS = 5_000;
/** How long what was saved while a page was left may be on its way, and how often one looks. */
const ON_ITS_WAY_MS = 10_000;
const LOOK_MS = 500;

export interface DraftState {
  /** Whether what stands on the page is on the server, and why not. */
  readonly kept: 'nothing' | 'saved' | 'waiting' | 'failed';
  readonly savedAt?: string | undefined;
  readonly problem?: Problem | undefined;
  /** A draft of before, or of elsewhere, that this form went on from. */
  readonly opened?: string | undefined;
  /** Another device has changed what stands here. */
  readonly brought?: boolean;
  /** It has been sent, or discarded, elsewhere; its text stands here still. */
  readonly ended?: 'sent' | 'discarded' | undefined;
  readonly clashes: readonly { readonly path: string; readonly here: Kept; readonly other: Kept }[];
  /** How often it was to be sent while there was something to choose. */
  readonly asked: number;
  /** Further drafts of the same form, where it begins a case. */
  readonly more: readonly { readonly id: string; readonly savedAt: string }[];
}

/** The form as the keeper of its draft sees it. */
export interface Page {
  /** What the person has changed, as it stands there. */
  readonly typed: () => Typed;
  /** Puts into its fields what differs; a field that is not named becomes what it was before anything was typed. */
  readonly show: (fields: Typed) => void;
}

/** No connection, signed out, too much at once; or somebody else is signed in, who may go again. */
const PASSING: ReadonlySet<number> = new Set([0, 401, 409, 429]);

const NOTHING: DraftState = { kept: 'nothing', clashes: [], asked: 0, more: [] };

const statusOf = (problem: unknown): number => (problem instanceof Problem ? problem.status : -1);

/** Of a form that begins a case this tab remembers which draft it writes: an id, and nothing that was typed. */
const remembered = (command: string): string => `tsunagi.draft.${command}`;
/** Which version was sent when the page was left: the next page asks before it has arrived. */
const left = ({ command, id }: DraftRef): string => `tsunagi.draft.${command}.${id}.left`;

/**
 * Keeps one form's draft on the server: saved 1.5 s after a change, at once when the page is left, again when the connection is
 * back. Where another device was quicker, both are brought together; what cannot be is shown side by side.
 */
export class DraftKeeper {
  state: DraftState = NOTHING;
  private ref: DraftRef | undefined;
  private version = 0;
  /** Saves whose answer is not here yet. */
  private underWay = 0;
  /** A save was cut off: nobody knows whether it has arrived. */
  private unsure = false;
  /** With what the page has been left. */
  private leftWith: Typed | undefined;
  private own = newKey();
  /** What the server holds. */
  private base: Typed = {};
  private others: Record<string, Kept> = {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private over = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly command: string,
    private readonly caseId: string | undefined,
    private readonly page: Page,
  ) {}

  /** Idempotency-Key of the form: of one draft on two devices only one is carried out. */
  get key(): string {
    return this.own;
  }

  /** Whether it begins a case, so that there may be several. */
  get begins(): boolean {
    return this.caseId === undefined;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    this.over = false;
    this.leftWith = undefined;
    window.addEventListener('pagehide', this.leaving);
    window.addEventListener('online', this.back);
    document.addEventListener('visibilitychange', this.turned);
    void this.inTurn(() => this.open());
  }

  /** The page is gone; what was typed goes to the server yet. */
  stop(): void {
    this.leaving();
    clearTimeout(this.timer);
    window.removeEventListener('pagehide', this.leaving);
    window.removeEventListener('online', this.back);
    document.removeEventListener('visibilitychange', this.turned);
  }

  /** Something may have been typed. */
  changed = (): void => {
    if (this.state.clashes.length > 0) this.say({ clashes: this.clashes() });
    if (this.over || this.timer !== undefined || !this.isUnsaved()) return;
    if (this.state.kept !== 'failed') this.say({ kept: 'waiting' });
    this.later(AFTER_MS);
  };

  isUnsaved(): boolean {
    return !this.over && !equal(this.typed(), this.base);
  }

  /** Whether all that was typed is on the server now. */
  async flush(): Promise<boolean> {
    this.hush();
    await this.inTurn(() => this.save());
    return !this.isUnsaved();
  }

  /** Before it is sent: whether it may be as it stands there, with nothing newer elsewhere and nothing left to choose. */
  async isReady(): Promise<boolean> {
    this.hush();
    let brought = false;
    if (this.version > 0)
      await this.inTurn(async () => {
        await this.save();
        brought = await this.catchUp();
      });
    else await this.running;
    if (this.state.clashes.length > 0) this.say({ asked: this.state.asked + 1 });
    return !brought && this.state.clashes.length === 0;
  }

  /** It has been accepted: the server knows that the draft is over, and is told all the same. */
  sent(): void {
    this.end();
    if (this.ref && this.version > 0) void discardDraft(this.ref).catch(() => undefined);
    this.forget();
  }

  /** The server knows the key of something else: this device's text is yet to be sent. */
  rekey(): void {
    this.own = newKey();
    this.version = 0;
    this.base = {};
    this.say({ ended: 'sent' });
    this.changed();
  }

  /** A choice between what stands in the field by now and what stands beside it. */
  choose(path: string, choice: 'here' | 'other' | 'both'): void {
    const { [path]: other = '', ...others } = this.others;
    this.others = others;
    const typed = this.page.typed();
    if (choice !== 'here') this.page.show({ ...typed, [path]: choice === 'both' ? both(typed[path], other) : other });
    this.say({ clashes: this.clashes() });
    this.changed();
  }

  async discard(): Promise<void> {
    this.hush();
    await this.inTurn(async () => {
      if (this.ref && this.version > 0) await discardDraft(this.ref);
      if (this.ref) sessionStorage.removeItem(left(this.ref));
      this.afresh();
    }).catch((problem: unknown) => this.failed(problem));
  }

  /** This draft stays as it is; the page begins another. */
  async another(id?: string): Promise<void> {
    if (!(await this.flush())) return;
    await this.inTurn(async () => {
      this.afresh();
      if (id !== undefined) await this.adopt({ command: this.command, id });
      await this.lookForMore();
    }).catch((problem: unknown) => this.failed(problem));
  }

  private afresh(): void {
    this.version = 0;
    this.own = newKey();
    this.base = {};
    this.others = {};
    this.ref = this.caseId === undefined ? this.remember(newKey()) : { command: this.command, id: this.caseId };
    this.page.show({});
    this.state = { ...NOTHING, more: this.state.more };
    this.say({});
  }

  private async open(): Promise<void> {
    if (this.ref) return;
    if (this.caseId !== undefined) {
      this.ref = { command: this.command, id: this.caseId };
      await this.adopt(this.ref);
      return;
    }
    const id = sessionStorage.getItem(remembered(this.command));
    this.ref = this.remember(id ?? newKey());
    if (id !== null) await this.adopt(this.ref);
    const newest = await this.lookForMore();
    // On another device, or in a new tab, one goes on from what was written last.
    if (id === null && newest) await this.adopt(this.remember(newest));
    if (id === null && newest) await this.lookForMore();
  }

  private async lookForMore(): Promise<string | undefined> {
    const drafts = (await listDrafts()).filter(({ command }) => command === this.command);
    this.say({ more: drafts.filter(({ id }) => id !== this.ref?.id).map(({ id, savedAt }) => ({ id, savedAt })) });
    return drafts[0]?.id;
  }

  private async adopt(ref: DraftRef): Promise<void> {
    const draft = await arrived(ref);
    if (!draft) return;
    this.ref = this.caseId === undefined ? this.remember(ref.id) : ref;
    this.take(draft);
    this.say({ kept: 'saved', savedAt: draft.savedAt, opened: draft.savedAt });
  }

  /** Brings what the server has together with what stands here; whether anything changed here. */
  private take({ version, key, values, savedAt }: Draft): boolean {
    const mine = this.typed();
    const together = reconcile(this.base, mine, values);
    this.base = values;
    this.version = version;
    this.own = key;
    this.others = Object.fromEntries(othersOf(together));
    const brought = !equal(fieldsOf(together), fieldsOf(mine));
    if (brought) this.page.show(fieldsOf(together));
    this.say({ savedAt, ended: undefined, clashes: this.clashes() });
    return brought;
  }

  private async save(): Promise<void> {
    if (!this.ref || !this.isUnsaved()) return;
    const typed = this.typed();
    // A page that is closing cannot wait for the answer to the save before: its version is the next.
    const from = this.version + this.underWay;
    try {
      if (Object.keys(typed).length === 0) {
        await discardDraft(this.ref);
        this.version = 0;
        this.base = {};
        return this.say({ kept: 'nothing', savedAt: undefined, opened: undefined, problem: undefined });
      }
      this.underWay++;
      const { version, savedAt } = await saveDraft(this.ref, { values: typed, key: this.own }, from).finally(
        () => this.underWay--,
      );
      sessionStorage.removeItem(left(this.ref));
      this.unsure = false;
      this.version = version;
      this.base = typed;
      this.say({ kept: 'saved', savedAt, problem: undefined, brought: false });
    } catch (problem) {
      this.unsure = statusOf(problem) === 0;
      if (statusOf(problem) === 412) await this.catchUp();
      else if (problem instanceof Problem && problem.body.code === 'draft_sent') this.ended('sent');
      else if (statusOf(problem) === 404 && this.version > 0) this.ended('discarded');
      else return this.failed(problem);
      if (this.isUnsaved()) this.later(0);
    }
  }

  /** Looks whether another device has saved since; whether that changed anything here. */
  private async catchUp(): Promise<boolean> {
    if (!this.ref || this.over) return false;
    try {
      const listed = await listedAs(this.ref);
      if (listed && listed.version === this.version) return false;
      const draft = listed && (await found(this.ref));
      if (!draft) {
        if (this.version > 0) this.ended('discarded');
        return false;
      }
      const brought = this.take(draft);
      this.say({ kept: this.isUnsaved() ? 'waiting' : 'saved', brought });
      if (this.isUnsaved()) this.later(0);
      return brought;
    } catch (problem) {
      this.failed(problem);
      return false;
    }
  }

  /** Elsewhere it is over. What was typed here since is kept, as a draft of its own; what was sent from there is not. */
  private ended(ended: 'sent' | 'discarded'): void {
    const more = this.isUnsaved();
    this.version = 0;
    this.own = newKey();
    this.base = more ? {} : this.typed();
    this.say({ ended, kept: more ? 'waiting' : 'nothing', savedAt: undefined, opened: undefined });
  }

  private failed(problem: unknown): void {
    if (!(problem instanceof Problem)) throw problem;
    this.say({ kept: this.isUnsaved() ? 'failed' : this.state.kept, problem });
    // What is refused for what it says is not said again until it has changed.
    if (PASSING.has(problem.status) || problem.status >= 500) this.later(AGAIN_MS);
  }

  private typed(): Typed {
    return withOthers(this.page.typed(), this.others);
  }

  private clashes(): DraftState['clashes'] {
    const here = this.page.typed();
    return Object.entries(this.others).map(([path, other]) => ({ path, here: here[path] ?? '', other }));
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.inTurn(() => this.save());
    }, ms);
  }

  private hush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** One thing at a time. Opening or saving that fails is tried again, and never stops the typing. */
  private inTurn(work: () => Promise<unknown>): Promise<void> {
    const turn = (this.running ?? Promise.resolve())
      .then(work)
      .then(() => undefined)
      .catch((problem: unknown) => this.failed(problem));
    this.running = turn;
    return turn;
  }

  private end(): void {
    if (this.ref) sessionStorage.removeItem(left(this.ref));
    this.over = true;
    this.hush();
  }

  private remember(id: string): DraftRef {
    sessionStorage.setItem(remembered(this.command), id);
    return { command: this.command, id };
  }

  private forget(): void {
    if (this.caseId === undefined) sessionStorage.removeItem(remembered(this.command));
  }

  private readonly leaving = (): void => {
    if (!this.isUnsaved() || !this.ref) return;
    // A page that closes is left more than once: hidden, and gone.
    if (this.leftWith && equal(this.typed(), this.leftWith)) return;
    this.leftWith = this.typed();
    this.hush();
    // Whether or not the save that was cut off has arrived, one of two goes on from it, and the second is the last.
    const saves = this.unsure ? 2 : 1;
    if (Object.keys(this.typed()).length > 0)
      sessionStorage.setItem(left(this.ref), String(this.version + this.underWay + saves));
    // There is no later in which it could wait for its turn.
    for (let i = 0; i < saves; i++) void this.save().catch(() => undefined);
  };

  private readonly back = (): void => {
    if (this.isUnsaved()) this.later(0);
  };

  private readonly turned = (): void => {
    if (document.visibilityState === 'hidden') return this.leaving();
    this.leftWith = undefined;
    if (this.version > 0) void this.inTurn(() => this.catchUp());
  };

  private say(said: Partial<DraftState>): void {
    this.state = { ...this.state, ...said };
    for (const listener of this.listeners) listener();
  }
}

/** A draft is asked for only where there is one: a browser shows its reader each 404 as an error. */
const listedAs = async ({ command, id }: DraftRef): Promise<DraftListed | undefined> =>
  (await listDrafts()).find((draft) => draft.command === command && draft.id === id);

/** Since it was listed it may have ended. */
async function found(ref: DraftRef): Promise<Draft | undefined> {
  try {
    return await showDraft(ref);
  } catch (problem) {
    if (statusOf(problem) === 404) return undefined;
    throw problem;
  }
}

/** What is there once the save of the page before has arrived; what never does is not waited for any longer. */
async function arrived(ref: DraftRef): Promise<Draft | undefined> {
  const expected = Number(sessionStorage.getItem(left(ref)) ?? 0);
  const until = performance.now() + ON_ITS_WAY_MS;
  let listed = await listedAs(ref);
  while ((listed?.version ?? 0) < expected && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    listed = await listedAs(ref);
  }
  sessionStorage.removeItem(left(ref));
  return listed && found(ref);
}
