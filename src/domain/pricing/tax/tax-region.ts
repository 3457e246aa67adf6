import { DomainError } from "../../shared/domain-error.js";

/** The part of ISO 3166-2 after the hyphen; ISO has one to three letters and digits. */
const REGION = /^[A-Z0-9]{1,3}$/;

/**
 * A region of a country in its stored form: `qc`, `QC` and `CA-QC` are `QC`; an empty text is none.
 * @param choices the regions that there are, to name in a refusal; none: any code
 * @throws InvalidRegion
 */
export const taxRegion = (
  raw: string | null,
  country: string,
  path: readonly string[] = ["region"],
  choices: readonly string[] = [],
): string | null => {
  const written = raw?.trim().toUpperCase() ?? "";
  if (written === "") return null;
  const prefix = `${country.toUpperCase()}-`;
  const region = written.startsWith(prefix) ? written.slice(prefix.length) : written;
  if (!REGION.test(region)) throw new InvalidRegion(raw ?? "", path, choices);
  return region;
};

export class InvalidRegion extends DomainError {
  readonly code = "INVALID_REGION";

  constructor(
    readonly region: string,
    path: readonly string[],
    choices: readonly string[] = [],
  ) {
    super(
      `"${region.slice(0, 20)}" is not a region. Use ${choices.length > 0 ? `one of ${choices.join(", ")}` : "the part of its ISO 3166-2 code after the hyphen, such as QC or NY"}.`,
      path,
    );
  }
}
