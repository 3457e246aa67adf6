import type { Row } from "../../shared/database/sql-session.js";

export const seoField = (table: string) => ({
  columns: [`${table}.seo_title`, `${table}.seo_description`],
  read: (row: Row) => ({
    title: String(row["seo_title"]),
    description: String(row["seo_description"]),
  }),
});
