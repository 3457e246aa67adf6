import { DomainError } from "./domain-error.js";

const MAX_LENGTH = 254;
// One @, something before it, a name with a dot behind it; whether anybody reads it, only a message
// can tell.
const FORM = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/u;
// oxlint-disable-next-line no-control-regex -- this pattern has to match them
const CONTROLS = /[\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** An e-mail address in its stored form: as it is written, without spaces around it. @throws InvalidEmail */
export const emailAddress = (raw: string): string => {
  const written = raw.normalize("NFC").trim();
  if (
    !raw.isWellFormed() ||
    written.length > MAX_LENGTH ||
    CONTROLS.test(raw) ||
    written.includes("..") ||
    !FORM.test(written)
  )
    throw new InvalidEmail();
  return written;
};

export class InvalidEmail extends DomainError {
  readonly code = "INVALID_EMAIL";

  constructor(path: readonly string[] = []) {
    super("This is not an e-mail address. Write it as name@example.com.", path);
  }
}
