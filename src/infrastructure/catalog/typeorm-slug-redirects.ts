import type { SlugRedirect, SlugRedirects, SluggedKind } from "../../application/catalog/ports.js";
import { inChunks, placeholders, toSqlTime, upsertRows, type SqlSession } from "../shared/sql.js";

export class TypeormSlugRedirects implements SlugRedirects {
  constructor(private readonly session: SqlSession) {}

  keep(kind: SluggedKind, redirects: readonly SlugRedirect[], since: Date): Promise<void> {
    return upsertRows(
      this.session,
      "catalog_slug_redirect",
      ["kind", "slug"],
      redirects.map(({ slug, target }) => ({
        kind,
        slug,
        target_id: target,
        since: toSqlTime(since),
      })),
    );
  }

  release(kind: SluggedKind, slugs: readonly string[]): Promise<void> {
    return this.remove(kind, "slug", slugs);
  }

  forget(kind: SluggedKind, targets: readonly string[]): Promise<void> {
    return this.remove(kind, "target_id", targets);
  }

  private async remove(
    kind: SluggedKind,
    column: "slug" | "target_id",
    values: readonly string[],
  ): Promise<void> {
    // In one order everywhere, so that two units of work do not wait for each other.
    for (const some of inChunks(values.toSorted()))
      await this.session.change(
        `DELETE FROM catalog_slug_redirect WHERE kind = ? AND ${column} IN (${placeholders(some)})`,
        [kind, ...some],
      );
  }
}
