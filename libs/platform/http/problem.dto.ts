import type { FieldError } from '#kernel';

export class ProblemField implements FieldError {
  /** Where it is: `document.diagnosis`, `shifts[0].from`. */
  readonly path!: string;
  readonly code!: string;
  readonly ja!: string;
  readonly en!: string;
}

/** RFC 9457, with a stable code and both languages. */
export class Problem {
  readonly type!: string;
  readonly title!: string;
  readonly status!: number;
  readonly code!: string;
  readonly ja!: string;
  readonly en!: string;
  readonly errors!: ProblemField[];
}
