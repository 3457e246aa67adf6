import type { PriceListId } from "../../domain/pricing/ids.js";
import { DomainError } from "../../domain/shared/domain-error.js";

export const PERMISSIONS = [
  "catalog:read",
  "catalog:write",
  "operations:read",
  "operations:write",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Where somebody shops, and in which language. */
export interface Place {
  /** The key of the market. */
  readonly market: string;
  /** The currency in which it shows prices (ISO 4217). */
  readonly currency: string;
  /** Null where it sells at the prices that variants have themselves. */
  readonly priceList: PriceListId | null;
  /** The BCP 47 tag of the language that texts are wanted in; null for the one in which the catalogue is written. */
  readonly locale: string | null;
}

/** Who is asking: a guest of the shop, the holder of the admin key, the operator at the command line, or what was scheduled. */
export interface Viewer {
  readonly kind: "guest" | "admin-key" | "operator" | "scheduler";
  readonly permissions: ReadonlySet<Permission>;
  /** Where they shop; left out for the default market in the language of the catalogue. */
  readonly place?: Place;
}

export const GUEST: Viewer = { kind: "guest", permissions: new Set() };
export const ADMIN_KEY_HOLDER: Viewer = { kind: "admin-key", permissions: new Set(PERMISSIONS) };
export const OPERATOR: Viewer = { kind: "operator", permissions: new Set(PERMISSIONS) };
export const SCHEDULER: Viewer = { kind: "scheduler", permissions: new Set(PERMISSIONS) };

/** Who may call a use case: anybody, or a viewer that holds the permission. */
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
