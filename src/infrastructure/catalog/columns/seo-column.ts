import type { Seo } from "../../../domain/catalog/seo.js";
import type { Column } from "../../shared/database/columns.js";

export const seoColumn: Column<Seo> = {
  cells: { seo_title: ({ title }) => title, seo_description: ({ description }) => description },
  read: (row) => ({
    title: String(row["seo_title"]),
    description: String(row["seo_description"]),
  }),
};
