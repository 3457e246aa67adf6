import type { Seo } from "../../../domain/catalog/seo.js";
import type { Column } from "../../shared/database/columns.js";

export const seoColumn: Column<Seo> = {
  names: ["seo_title", "seo_description"],
  write: ({ title, description }) => [title, description],
  read: (row) => ({
    title: String(row["seo_title"]),
    description: String(row["seo_description"]),
  }),
};
