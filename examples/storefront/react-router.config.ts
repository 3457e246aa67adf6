import type { Config } from "@react-router/dev/config";
import { BASE } from "./base.ts";

const config: Config = {
  appDirectory: "app",
  basename: BASE,
  buildDirectory: process.env["SHOP_BUILD"] ?? "build",
  ssr: true,
  // All routes are few: their names come with the page, and no link asks for them.
  routeDiscovery: { mode: "initial" },
};
export default config;
