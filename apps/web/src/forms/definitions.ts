import type { Body, CommandName } from '../api/contract.ts';

type Labels = Readonly<Record<string, string>>;

/** What a form says of its fields and choices, by name. */
export interface FormWords {
  readonly field: Labels;
  readonly hint: Labels;
  readonly codes: Readonly<Record<string, Labels>>;
}

interface Common {
  readonly required?: boolean;
  readonly hint?: string;
}
/** What is typed, or looked up and sent as its id. */
type Typed =
  | { readonly as: 'text' | 'date' | 'moment' }
  | { readonly as: 'long'; readonly rows?: number }
  | { readonly as: 'patient' }
  /** `another`: than the institution whose case it is. */
  | { readonly as: 'organization'; readonly kinds?: readonly string[]; readonly another?: true }
  /** Without a role, anybody. */
  | { readonly as: 'user'; readonly role?: string };

export type FieldDefinition = Common &
  (
    | Typed
    | { readonly as: 'number' }
    /** Yes or no; `after`: asked only once the server has refused with this code. */
    | { readonly as: 'tick'; readonly after?: string }
    /** The same where nothing may be taken for granted; the choices are `true` and `false`. */
    | { readonly as: 'decision'; readonly codes: string }
    | { readonly as: 'choice'; readonly codes: string; readonly initial?: string }
    | { readonly as: 'choices'; readonly codes: string }
    /** Each choice becomes a true in an object, as the screening criteria. */
    | { readonly as: 'marks'; readonly codes: string }
  );

/** A command whose whole form is a list of fields, in this order. */
export interface FormDefinition {
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** Whether it can be said later that it happened earlier. */
  readonly backdated: boolean;
}

/** The list of choices that names every value of the API, and no other. */
type CodesOf<Value extends string, Words extends FormWords> = {
  [Name in keyof Words['codes'] & string]: [Value] extends [keyof Words['codes'][Name]]
    ? [keyof Words['codes'][Name]] extends [Value]
      ? Name
      : never
    : never;
}[keyof Words['codes'] & string];

type Kind<Value, Words extends FormWords> = [Value] extends [readonly (infer Each)[]]
  ? { readonly as: 'choices'; readonly codes: CodesOf<Each & string, Words> }
  : [Value] extends [string]
    ? string extends Value
      ? Typed
      : { readonly as: 'choice'; readonly codes: CodesOf<Value, Words>; readonly initial?: Value }
    : [Value] extends [number]
      ? { readonly as: 'number' }
      : [Value] extends [boolean]
        ? | { readonly as: 'tick'; readonly after?: string }
          | { readonly as: 'decision'; readonly codes: CodesOf<'true' | 'false', Words> }
        : { readonly as: 'marks'; readonly codes: CodesOf<keyof Value & string, Words> };

type Field<Name, Value, Words extends FormWords> = Name extends keyof Words['field']
  ? Kind<Value, Words> & { readonly required?: boolean; readonly hint?: keyof Words['hint'] & string }
  : never;

/** The fields of a command: what its body needs must be asked, and nothing else can be. */
type Fields<Sent, Words extends FormWords> = keyof Sent extends never
  ? Readonly<Record<string, never>>
  : { readonly [Name in keyof Sent]: Field<Name, NonNullable<Sent[Name]>, Words> };

/** Forms of a context, in its words, checked against the bodies of the API. When it happened is asked by the frame. */
export const formsIn =
  <Words extends FormWords>() =>
  <Name extends CommandName>(
    _command: Name,
    fields: Fields<Omit<Body<Name>, 'occurredAt'>, Words>,
    backdated = true,
  ): FormDefinition => ({ fields: fields as FormDefinition['fields'], backdated });
