import { nearestName } from "./nearest-name.js";
import { knownNames, variableNamed, type VariableName } from "./variables.js";

export type Environment = Readonly<Record<string, string | undefined>>;

/** All problems of the configuration. */
export class ConfigProblems extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:\n${problems.map((problem) => `  ${problem}`).join("\n")}`,
    );
    this.name = "ConfigProblems";
  }
}

// The tests read them, and servers that tests start inherit them.
const TEST_VARIABLES = /^PLINTH_(TEST_\w+|CHROMIUM)$/;

/**
 * Reads typed values from an environment, and collects all problems, so that one start reports them
 * all.
 */
export class VariableReader {
  readonly #problems: string[] = [];

  constructor(
    private readonly env: Environment,
    private readonly readFile: (path: string) => string,
  ) {
    for (const name of Object.keys(env))
      if (name.startsWith("PLINTH_") && !knownNames.includes(name) && !TEST_VARIABLES.test(name))
        this.unknown(name);
  }

  problem(name: string, wrong: string, advice: string): void {
    this.#problems.push(`${name} ${wrong}: ${advice}.`);
  }

  /** The value, or the documented default; an empty value is not a value. */
  text(name: VariableName): string | null {
    const set = this.env[name]?.trim();
    const file = variableNamed(name).secret ? this.env[`${name}_FILE`]?.trim() : undefined;
    if (set && file) this.problem(name, `is set together with ${name}_FILE`, "keep one of the two");
    if (file && !set) return this.contentOf(name, file);
    return set || variableNamed(name).fallback;
  }

  isSet(name: VariableName): boolean {
    return Boolean(this.env[name]?.trim());
  }

  whole(name: VariableName, min: number, max: number, alternative = ""): number {
    const raw = this.text(name) ?? "";
    const value = /^\d{1,10}$/.test(raw) ? Number(raw) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.problem(name, `is "${raw}"`, `give a whole number from ${min} to ${max}${alternative}`);
    return min;
  }

  /** A whole number, or Infinity for `off`. */
  wholeOrOff(name: VariableName, min: number, max: number): number {
    return this.text(name) === "off" ? Infinity : this.whole(name, min, max, " or off");
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
      this.problem(
        `${name}_FILE`,
        `is the path of the empty file ${file}`,
        "write the secret into it",
      );
    } catch {
      this.problem(
        `${name}_FILE`,
        `is the path ${file}, which cannot be read`,
        "check the path and its permissions",
      );
    }
    return null;
  }

  private unknown(name: string): void {
    const similar = nearestName(name, knownNames);
    this.problem(
      name,
      "is not a variable of Plinth",
      similar ? `did you mean ${similar}` : "remove it; .env.example lists them all",
    );
  }
}
