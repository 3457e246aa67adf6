import type { OrderTerms } from "../../application/orders/ports/order-stores.js";
import type { OrderId } from "../../domain/orders/ids.js";
import { searchTermsOf } from "../../domain/orders/search-terms.js";
import { upsertRows } from "../shared/database/insert-rows.js";
import { placeholders, type SqlSession } from "../shared/database/sql-session.js";
import { contentOfText } from "./content-to-text.js";

export class SqlOrderTerms implements OrderTerms {
  constructor(private readonly session: SqlSession) {}

  async enter(ids: readonly OrderId[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.session.query(
      `SELECT id, number, content FROM orders_order WHERE id IN (${placeholders(ids)})`,
      ids,
    );
    const terms = rows.flatMap(({ id, number, content }) =>
      searchTermsOf(String(number), contentOfText(String(content))).map((term) => ({
        term,
        order_id: String(id),
      })),
    );
    await upsertRows(this.session, "orders_term", ["term", "order_id"], terms);
  }
}
