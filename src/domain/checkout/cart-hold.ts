import type { VariantId } from "../catalog/ids.js";

/** The units that are reserved for a cart, as its last change left them. */
export interface CartHold {
  /** From then on they may be sold to others (ISO 8601, exclusive). */
  readonly until: string;
  /** By the ids of the variants. */
  readonly units: Readonly<Record<string, number>>;
}

/** When the hold of a cart ends; null when it has none at the moment. */
export const heldUntil = (hold: CartHold | null | undefined, moment: Date): Date | null => {
  const until = hold && new Date(hold.until);
  return until && moment < until ? until : null;
};

/** How many units of a variant are reserved for a cart at a moment. */
export const heldUnits = (
  hold: CartHold | null | undefined,
  variant: VariantId,
  moment: Date,
): number => (hold && heldUntil(hold, moment) ? (hold.units[variant] ?? 0) : 0);
