import { DomainError } from "../../domain/shared/domain-error.js";
import type { ShoppingContext } from "./shopping-context.js";

const PERMISSIONS = [
  "catalog:read",
  "catalog:write",
  "operations:read",
  "operations:write",
] as const;
type Permission = (typeof PERMISSIONS)[number];

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
  readonly permissions: ReadonlySet<Permission>;
  /** Left out: the default market in the language of the catalogue. */
  readonly shoppingContext?: ShoppingContext;
}

export const GUEST: Viewer = { kind: "guest", id: null, permissions: new Set() };
/** The holder of the admin key; at the HTTP server with the id of the key that was sent. */
export const ADMIN_KEY_HOLDER: Viewer = {
  kind: "admin-key",
  id: "admin-key",
  permissions: new Set(PERMISSIONS),
};
export const OPERATOR: Viewer = {
  kind: "operator",
  id: "operator",
  permissions: new Set(PERMISSIONS),
};
export const SCHEDULER: Viewer = {
  kind: "scheduler",
  id: "scheduler",
  permissions: new Set(PERMISSIONS),
};

/** Who may call a use case: anybody, or a viewer with the permission. */
export type Policy =
  { readonly allows: "anybody" } | { readonly allows: "holders"; readonly permission: Permission };

export const anybody: Policy = { allows: "anybody" };
export const mayReadCatalog: Policy = { allows: "holders", permission: "catalog:read" };
export const mayWriteCatalog: Policy = { allows: "holders", permission: "catalog:write" };
export const mayReadOperations: Policy = { allows: "holders", permission: "operations:read" };
export const mayWriteOperations: Policy = { allows: "holders", permission: "operations:write" };

export class PermissionDenied extends DomainError {
  readonly code = "PERMISSION_DENIED";

  constructor(readonly permission: Permission) {
    super(`This needs the permission ${permission}.`);
  }
}

/** @throws PermissionDenied */
export const authorise = (policy: Policy, viewer: Viewer): void => {
  if (policy.allows === "holders" && !viewer.permissions.has(policy.permission))
    throw new PermissionDenied(policy.permission);
};
