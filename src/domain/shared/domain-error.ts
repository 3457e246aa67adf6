/** A business rule refused a command. Everything else that is thrown is a bug or an outage. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  #path: readonly string[];

  /** @param path which part of the command broke the rule: `["variants", "0", "sku"]` */
  constructor(message: string, path: readonly string[] = []) {
    super(message);
    this.name = new.target.name;
    this.#path = path;
  }

  get path(): readonly string[] {
    return this.#path;
  }

  /** Replaces the path, for a rule that was checked on a part of the command or in another form. */
  mapPath(mapping: PathMapping): this {
    this.#path = mapping(this.#path);
    return this;
  }

  /** Puts the path of the checked part before the path within that part. */
  prefixPath(prefix: readonly string[]): this {
    return this.mapPath((path) => [...prefix, ...path]);
  }
}

/** Several rules refused a command at once, so that a form can show all its problems together. */
export class Refused extends Error {
  constructor(readonly errors: readonly [DomainError, ...DomainError[]]) {
    super(errors.map(({ message }) => message).join(" "));
    this.name = new.target.name;
  }
}

/** The domain errors in what was thrown; empty for a bug or an outage. */
export const errorsOf = (error: unknown): readonly DomainError[] =>
  error instanceof Refused ? error.errors : error instanceof DomainError ? [error] : [];

/** Turns a path within a part into the path within the whole command. */
type PathMapping = (path: readonly string[]) => readonly string[];

/** Runs a part of a command and maps the paths of its errors. */
export const withPath = <T>(mapping: PathMapping, part: () => T): T => {
  try {
    return part();
  } catch (error) {
    throw mapPaths(error, mapping);
  }
};

/** `withPath` for an asynchronous part. */
export const withPathAsync = async <T>(
  mapping: PathMapping,
  part: () => T | Promise<T>,
): Promise<T> => {
  try {
    return await part();
  } catch (error) {
    throw mapPaths(error, mapping);
  }
};

const mapPaths = (error: unknown, mapping: PathMapping): unknown => {
  for (const one of errorsOf(error)) one.mapPath(mapping);
  return error;
};
