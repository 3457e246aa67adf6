/** Reads parsed JSON of another system. Each method throws when a field is not what it should be. */
export class JsonFields {
  constructor(private readonly value: unknown) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw new TypeError("An object was expected.");
  }

  isNull(name: string): boolean {
    return this.#valueOf(name) === null;
  }

  text(name: string): string {
    const value = this.#valueOf(name);
    return typeof value === "string" ? value : this.#wrong(name);
  }

  textOrNull(name: string): string | null {
    return this.isNull(name) ? null : this.text(name);
  }

  whole(name: string): number {
    const value = this.#valueOf(name);
    return typeof value === "number" && Number.isSafeInteger(value) ? value : this.#wrong(name);
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const value = this.#valueOf(name);
    return choices.find((choice) => choice === value) ?? this.#wrong(name);
  }

  object(name: string): JsonFields {
    return new JsonFields(this.#valueOf(name));
  }

  list(name: string): readonly JsonFields[] {
    const value = this.#valueOf(name);
    return Array.isArray(value) ? value.map((one) => new JsonFields(one)) : this.#wrong(name);
  }

  #valueOf(name: string): unknown {
    return (this.value as Readonly<Record<string, unknown>>)[name];
  }

  #wrong(name: string): never {
    throw new TypeError(`The field ${name} is not what was expected.`);
  }
}
