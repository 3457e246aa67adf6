/** What the example storefront does before it can be shown. */
export type StorefrontStep = "STARTING" | "INSTALLING" | "BUILDING";

/** Why it cannot be shown: not yet, or not until it is mended. */
export type StorefrontTrouble =
  | { readonly kind: "PREPARING"; readonly step: StorefrontStep }
  | { readonly kind: "FAILED"; readonly step: StorefrontStep; readonly problem: string };

/** The state of the example storefront; when it is ready, with the origin where it listens. */
export type StorefrontState =
  { readonly kind: "READY"; readonly origin: string } | StorefrontTrouble;
