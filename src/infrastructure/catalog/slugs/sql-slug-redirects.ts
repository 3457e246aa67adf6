import type {
  SluggedKind,
  SlugRedirect,
  SlugRedirects,
} from "../../../application/catalog/ports/catalog-stores.js";
import { upsertRows } from "../../shared/database/insert-rows.js";
import { placeholders, toChunks, type SqlSession } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";

export class SqlSlugRedirects implements SlugRedirects {
  constructor(private readonly session: SqlSession) {}

  add(kind: SluggedKind, redirects: readonly SlugRedirect[], since: Date): Promise<void> {
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

  async ofSlugs(kind: SluggedKind, slugs: readonly string[]): Promise<readonly SlugRedirect[]> {
    const found: SlugRedirect[] = [];
    for (const some of toChunks(slugs)) {
      const rows = await this.session.query(
        `SELECT slug, target_id FROM catalog_slug_redirect WHERE kind = ? AND slug IN (${placeholders(some)})`,
        [kind, ...some],
      );
      for (const row of rows)
        found.push({ slug: String(row["slug"]), target: String(row["target_id"]) });
    }
    // To MySQL, `mug` and `mug ` are equal.
    const requested = new Set(slugs);
    return found.filter(({ slug }) => requested.has(slug));
  }

  async release(kind: SluggedKind, slugs: readonly string[]): Promise<readonly SlugRedirect[]> {
    const ended = await this.ofSlugs(kind, slugs);
    await this.remove(
      kind,
      "slug",
      ended.map(({ slug }) => slug),
    );
    return ended;
  }

  removeOfTargets(kind: SluggedKind, targets: readonly string[]): Promise<void> {
    return this.remove(kind, "target_id", targets);
  }

  private async remove(
    kind: SluggedKind,
    column: "slug" | "target_id",
    values: readonly string[],
  ): Promise<void> {
    // In one order everywhere, so that two units of work do not wait for each other.
    for (const some of toChunks(values.toSorted()))
      await this.session.change(
        `DELETE FROM catalog_slug_redirect WHERE kind = ? AND ${column} IN (${placeholders(some)})`,
        [kind, ...some],
      );
  }
}
