import type { ProductContent } from "./product-content.js";

type Visibility = Pick<ProductContent, "status" | "publication">;

/** Whether the shop shows a product at a time. */
export const isVisible = ({ status, publication }: Visibility, at: Date): boolean =>
  status === "ACTIVE" &&
  publication !== null &&
  publication.from <= at &&
  (publication.until === null || at < publication.until);

/**
 * The next time at which the shop starts or stops showing a product because of its publication;
 * null for never.
 */
export const nextVisibilityChange = (
  { status, publication }: Visibility,
  after: Date,
): Date | null =>
  (status === "ACTIVE" && publication
    ? [publication.from, publication.until].find((time) => time && time > after)
    : null) ?? null;
