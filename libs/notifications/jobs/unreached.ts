/** What is done about an emergency that no channel has carried: somebody telephones. */
export abstract class Unreached {
  /** Called again while it is not certain that it was written: it must be harmless twice. */
  abstract tell(
    prefecture: string,
    message: { readonly id: string; readonly to_user: string; readonly about_kind: string; readonly about: string },
  ): Promise<void>;
}
