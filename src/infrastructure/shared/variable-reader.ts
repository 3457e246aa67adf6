import { nearest } from "./nearest.js";
import { knownNames, variable, type VariableName } from "./variables.js";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the configuration, all at once. */
export class ConfigProblems extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:\n${problems.map((problem) => `  ${problem}`).join("\n")}`,
    );
    this.name = "ConfigProblems";
  }
}

// Read by the tests, not by Plinth; a server that a test starts inherits them.
const OF_THE_TESTS = /^PLINTH_(TEST_\w+|CHROMIUM)$/;

/** Reads typed values out of an environment and collects what is wrong, so that one start names every problem. */
export class VariableReader {
  readonly #problems: string[] = [];

  constructor(
    private readonly env: Environment,
    private readonly readFile: (path: string) => string,
  ) {
    for (const name of Object.keys(env))
      if (name.startsWith("PLINTH_") && !knownNames.includes(name) && !OF_THE_TESTS.test(name))
        this.unknown(name);
  }

  problem(name: string, wrong: string, advice: string): void {
    this.#problems.push(`${name} ${wrong}: ${advice}.`);
  }

  /** What is set, or the documented default; an empty value counts as not set. */
  text(name: VariableName): string | null {
    const set = this.env[name]?.trim();
    const file = variable(name).secret ? this.env[`${name}_FILE`]?.trim() : undefined;
    if (set && file) this.problem(name, `is set together with ${name}_FILE`, "keep one of the two");
    if (file && !set) return this.contentOf(name, file);
    return set || variable(name).fallback;
  }

  isSet(name: VariableName): boolean {
    return Boolean(this.env[name]?.trim());
  }

  whole(name: VariableName, min: number, max: number): number {
    const raw = this.text(name) ?? "";
    const value = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.problem(name, `is "${raw}"`, `give a whole number from ${min} to ${max}`);
    return min;
  }

  oneOf<Choice extends string>(
    name: VariableName,
    choices: readonly [Choice, ...Choice[]],
  ): Choice {
    const raw = this.text(name);
    const chosen = choices.find((choice) => choice === raw);
    if (chosen === undefined)
      this.problem(name, `is "${raw ?? ""}"`, `choose ${choices.join(", ")}`);
    return chosen ?? choices[0];
  }

  flag(name: VariableName, fallback: boolean): boolean {
    return this.text(name) === null ? fallback : this.oneOf(name, ["on", "off"]) === "on";
  }

  list(name: VariableName): readonly string[] {
    return (this.text(name) ?? "").split(",").flatMap((item) => item.trim() || []);
  }

  /** @throws ConfigProblems when anything was wrong */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw new ConfigProblems(this.#problems);
  }

  private contentOf(name: string, file: string): string | null {
    try {
      const content = this.readFile(file).trim();
      if (content) return content;
      this.problem(`${name}_FILE`, `names the empty file ${file}`, "write the secret into it");
    } catch {
      this.problem(
        `${name}_FILE`,
        `names ${file}, which cannot be read`,
        "check the path and its permissions",
      );
    }
    return null;
  }

  private unknown(name: string): void {
    const meant = nearest(name, knownNames);
    this.problem(
      name,
      "is not a variable of Plinth",
      meant ? `did you mean ${meant}` : "remove it; .env.example lists them all",
    );
  }
}
