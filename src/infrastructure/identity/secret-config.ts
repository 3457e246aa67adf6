import { randomBits } from "../../domain/shared/random-bits.js";
import type { Database } from "../shared/config/database-config.js";
import type { VariableReader } from "../shared/config/variable-reader.js";
import { looksLikeExample } from "./looks-like-example.js";

export interface SecretConfig {
  /** Null when the store keeps a secret of its own. */
  readonly secret: string | null;
  /** The one before, while keys that it hashed replay. */
  readonly previous: string | null;
}

export const readSecretConfig = (
  read: VariableReader,
  mode: "development" | "production",
  database: Database["kind"],
): SecretConfig => {
  const secret = readSecret(read, "PLINTH_SECRET");
  const previous = readSecret(read, "PLINTH_SECRET_PREVIOUS");
  if (secret === null && mode === "production" && database === "mysql")
    read.problem(
      "PLINTH_SECRET",
      "is not set, and a secret in the database leaks together with what it protects",
      ADVICE,
    );
  else if (secret === null && previous !== null)
    read.problem(
      "PLINTH_SECRET_PREVIOUS",
      "is set without PLINTH_SECRET",
      "set PLINTH_SECRET to the new secret",
    );
  else if (secret !== null && secret === previous)
    read.problem(
      "PLINTH_SECRET_PREVIOUS",
      "is the same as PLINTH_SECRET",
      "set it to the secret before, or remove it",
    );
  return { secret, previous };
};

const ADVICE = "make one with: node -p \"crypto.randomBytes(32).toString('base64url')\"";
const BITS = 256;

const readSecret = (
  read: VariableReader,
  name: "PLINTH_SECRET" | "PLINTH_SECRET_PREVIOUS",
): string | null => {
  const secret = read.text(name);
  if (secret === null) return null;
  if (looksLikeExample(secret)) read.problem(name, "looks like an example", ADVICE);
  else if (secret.length > 512)
    read.problem(name, `has ${secret.length} characters, but 512 are enough`, ADVICE);
  else if (randomBits(secret) < BITS)
    read.problem(name, "is not 32 random bytes in base64 or hexadecimal", ADVICE);
  return secret;
};
