import { createHash } from "node:crypto";
import type { GraphQLResolveInfo } from "graphql";
import type { Fingerprints } from "../../../application/shared/fingerprints.js";
import type { IdempotencyKey } from "../../../application/shared/idempotency-keys.js";
import { type Refusal, refusalsOf } from "../../../application/shared/refusal.js";
import type { Viewer } from "../../../application/shared/viewer.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { commandText, wholeCommandText } from "./command-text.js";
import { GuessableIdempotencyKey, isUnguessable } from "./is-unguessable.js";

interface KeyOfCommand {
  readonly key: IdempotencyKey | null;
  /** Why the key cannot be used. */
  readonly problems: readonly Refusal[];
}

/**
 * The key of a command with its owner. A guest is known by the cart that the command names; without
 * one, only a key that nobody can guess keeps guests apart. With a password too: it is no part of
 * the comparison, so a replay does not ask for it, and carts are shared.
 * @param cartId the field of the input with the cart
 */
export const idempotencyKeyOf = (
  input: object & { readonly dryRun?: boolean | null },
  info: GraphQLResolveInfo,
  { idempotencyKey, viewer, fingerprints }: GraphqlContext,
  cartId: string | undefined,
): KeyOfCommand => {
  if (idempotencyKey === null || input.dryRun) return { key: null, problems: [] };
  const actor = ownerOf(viewer, cartId === undefined ? undefined : Reflect.get(input, cartId));
  const isOwned = viewer.id !== null || (actor !== null && !hasSecrets(input));
  if (!isOwned && !isUnguessable(idempotencyKey))
    return { key: null, problems: refusalsOf(new GuessableIdempotencyKey()) ?? [] };
  return {
    key: {
      ...ownedKey(input, actor, viewer, fingerprints),
      key: idempotencyKey,
      operation: info.fieldName,
      responseKey: String(info.path.key),
    },
    problems: [],
  };
};

/** By its owner; or as versions before stored it, while their processes may run beside this one. */
const ownedKey = (
  input: object,
  owner: string | null,
  { kind, id }: Viewer,
  fingerprints: Fingerprints,
): Pick<IdempotencyKey, "actor" | "formerActor" | "fingerprints"> => {
  const actor = owner ?? kind;
  const text = commandText(input);
  const prints = fingerprints.of(text);
  // Guests never had plain keys.
  const plainKeys = id === null ? "NONE" : fingerprints.plainKeys();
  if (plainKeys === "NONE") return { actor, formerActor: null, fingerprints: prints };
  const whole = wholeCommandText(input);
  const plain = sha256(whole);
  // A plain hash of a password would tell it. No version before had commands with secrets.
  return plainKeys === "WRITTEN" && whole === text
    ? { actor: kind, formerActor: null, fingerprints: [plain, ...prints] }
    : { actor, formerActor: kind, fingerprints: [...prints, plain] };
};

const hasSecrets = (input: object): boolean => commandText(input) !== wholeCommandText(input);

/** Null for a guest without a cart. */
const ownerOf = ({ kind, id }: Viewer, cart: unknown): string | null =>
  id === null ? (typeof cart === "string" && cart !== "" ? `cart:${cart}` : null) : `${kind}:${id}`;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
