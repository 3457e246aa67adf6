import { DomainError } from "../../domain/shared/domain-error.js";
import type { ShoppingContext } from "./shopping-context.js";

/** What a viewer may do, such as `catalog:write`. Each context names its own. */
export type Permission = `${string}:${string}`;

/** The permissions of a viewer. */
interface Permissions {
  has(permission: Permission): boolean;
}

/**
 * The caller: a guest of the shop, the holder of the admin key, the operator at the command line,
 * or the scheduler.
 */
export interface Viewer {
  readonly kind: "guest" | "admin-key" | "operator" | "scheduler";
  /**
   * Which one of its kind: of a key, an id that does not tell the key. Null for a guest, who is
   * known by a cart only. Kind and id own the idempotency keys of the viewer.
   */
  readonly id: string | null;
  readonly permissions: Permissions;
  /** Left out: the default market in the language of the catalogue. */
  readonly shoppingContext?: ShoppingContext;
}

const NONE: Permissions = { has: () => false };
/** Those of every context, also of contexts that are added later. */
const ALL: Permissions = { has: () => true };

export const GUEST: Viewer = { kind: "guest", id: null, permissions: NONE };
/** The holder of the admin key; at the HTTP server with the id of the key that was sent. */
export const ADMIN_KEY_HOLDER: Viewer = { kind: "admin-key", id: "admin-key", permissions: ALL };
export const OPERATOR: Viewer = { kind: "operator", id: "operator", permissions: ALL };
export const SCHEDULER: Viewer = { kind: "scheduler", id: "scheduler", permissions: ALL };

/** Who may call a use case: anybody, or a viewer with the permission. */
export type Policy =
  { readonly allows: "anybody" } | { readonly allows: "holders"; readonly permission: Permission };

export const anybody: Policy = { allows: "anybody" };

/** The policy of a permission of a context. */
export const holdersOf = <Own extends Permission>(permission: Own): Policy => ({
  allows: "holders",
  permission,
});

export class PermissionDenied extends DomainError {
  readonly code = "PERMISSION_DENIED";

  constructor(readonly permission: Permission) {
    super(`This needs the permission ${permission}.`);
  }
}

/** @throws PermissionDenied */
export const authorise = (policy: Policy, viewer: Viewer): void => {
  if (policy.allows === "holders" && !isAllowed(policy, viewer))
    throw new PermissionDenied(policy.permission);
};

/** Whether a policy allows a viewer what it is about. */
export const isAllowed = (policy: Policy, { permissions }: Viewer): boolean =>
  policy.allows === "anybody" || permissions.has(policy.permission);
