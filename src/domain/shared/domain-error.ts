/** A business rule said no. Everything else that is thrown is a bug or an outage. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  #path: readonly string[];

  /** @param path the place in the command that the rule speaks of: `["variants", "0", "sku"]` */
  constructor(message: string, path: readonly string[] = []) {
    super(message);
    this.name = new.target.name;
    this.#path = path;
  }

  get path(): readonly string[] {
    return this.#path;
  }

  /** The same refusal, about the place that the whole command has for it. */
  moved(to: (path: readonly string[]) => readonly string[]): this {
    this.#path = to(this.#path);
    return this;
  }

  /** The same refusal, with the place of the part that was looked at put in front of its own. */
  within(place: readonly string[]): this {
    return this.moved((path) => [...place, ...path]);
  }
}

/** Several rules said no at once, so that a form sees all its problems together. */
export class Refused extends Error {
  constructor(readonly errors: readonly [DomainError, ...DomainError[]]) {
    super(errors.map(({ message }) => message).join(" "));
    this.name = new.target.name;
  }
}

/** The single refusals of what was thrown; none for a bug or an outage. */
export const errorsOf = (error: unknown): readonly DomainError[] =>
  error instanceof Refused ? error.errors : error instanceof DomainError ? [error] : [];

type Places = (path: readonly string[]) => readonly string[];

/** Runs a part of a command; its refusals speak of places in the whole command then. */
export const placed = async <T>(to: Places, part: () => T | Promise<T>): Promise<T> => {
  try {
    return await part();
  } catch (error) {
    throw relocated(error, to);
  }
};

/** The same for a part that waits for nothing. */
export const placedNow = <T>(to: Places, part: () => T): T => {
  try {
    return part();
  } catch (error) {
    throw relocated(error, to);
  }
};

const relocated = (error: unknown, to: Places): unknown => {
  for (const one of errorsOf(error)) one.moved(to);
  return error;
};

/** Collects refusals while several rules are looked at, and throws them together. */
export class Problems {
  readonly #errors: DomainError[] = [];

  /** Runs a rule over the part at a place; a DomainError (or the errors of a Refused) is kept, anything else passes. */
  attempt<T>(rule: () => T, ...place: readonly string[]): T | undefined {
    try {
      return rule();
    } catch (error) {
      const errors = errorsOf(error);
      if (errors.length === 0) throw error;
      this.#errors.push(...errors.map((one) => one.within(place)));
      return undefined;
    }
  }

  add(error: DomainError): void {
    this.#errors.push(error);
  }

  /** @throws Refused when anything was wrong */
  throwIfAny(): void {
    const [first, ...rest] = this.#errors;
    if (first) throw new Refused([first, ...rest]);
  }
}
