// Writes the pages of the playground, with everything they need, into dist/playground: nothing is loaded from elsewhere.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "src/interface/playground");
const target = join(root, "dist/playground");
const draft = `${target}.new`;

const ICON =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="4" y="25" width="24" height="4" fill="#33443c"/><rect x="7" y="20" width="18" height="4" fill="#4f6b5c"/><rect x="11" y="4" width="10" height="15" rx="1" fill="#c8553d"/></svg>',
  );
const LOGO = `<img src="${ICON}" width="28" height="28" alt="">`;

const PAGES = [
  {
    name: "shop",
    file: "shop.html",
    title: "Plinth shop",
    endpoint: "/graphql",
    opens: "variables",
    headers: null,
  },
  {
    name: "admin",
    file: "admin.html",
    title: "Plinth admin",
    endpoint: "/admin/graphql",
    opens: "headers",
    headers: '{\n  "Authorization": "Bearer <admin key>"\n}',
  },
];

const compressed = async (path, content) => {
  // Good enough at a tenth of the time that the highest quality takes.
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(content),
  };
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(content, { level: 7 }),
    promisify(brotliCompress)(content, { params }),
  ]);
  await Promise.all([
    writeFile(path, content),
    writeFile(`${path}.gz`, zipped),
    writeFile(`${path}.br`, brotli),
  ]);
};

/** @returns the address of the asset, which changes with its content */
const asset = async (name, content) => {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const file = name.replace(/(?=\.\w+$)/, `.${hash}`);
  await compressed(join(draft, "assets", file), content);
  return `/playground/assets/${file}`;
};

/**
 * The modules of the page, which import each other by name: they stand in one folder, whose name changes
 * with their content.
 * @returns the address of the first module
 */
const modules = async (folder, first) => {
  const files = await Promise.all(
    (await readdir(folder))
      .filter((file) => extname(file) === ".js")
      .toSorted()
      .map(async (file) => [file, await readFile(join(folder, file), "utf8")]),
  );
  const hash = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
  const target = join(draft, "assets", `app.${hash}`);
  await mkdir(target);
  await Promise.all(files.map(([file, content]) => compressed(join(target, file), content)));
  return `/playground/assets/app.${hash}/${first}`;
};

const examples = async (name, headers) => {
  const folder = join(source, name);
  const files = (await readdir(folder)).toSorted();
  const beside = async (file, ending) =>
    files.includes(file.replace(".graphql", ending))
      ? (await readFile(join(folder, file.replace(".graphql", ending)), "utf8")).trim()
      : undefined;
  return Promise.all(
    files
      .filter((file) => extname(file) === ".graphql")
      .map(async (file) => {
        const [variables, own = headers] = await Promise.all([
          beside(file, ".json"),
          beside(file, ".headers.json"),
        ]);
        return {
          query: await readFile(join(folder, file), "utf8"),
          variables,
          ...(own && { headers: own }),
        };
      }),
  );
};

// In a script element nothing may look like the end of it.
const inScript = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

const pageHtml = (page, { css, style, js, boot }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="${css}">
<link rel="stylesheet" href="${style}">
</head>
<body>
<noscript>The playground needs JavaScript.</noscript>
<div id="bar" role="toolbar" aria-label="Requests"></div>
<div id="root"></div>
<script type="application/json" id="page">${inScript(page)}</script>
<script src="${js}"></script>
<script type="module" src="${boot}"></script>
</body>
</html>
`;

const graphiqlFolder = dirname(
  createRequire(import.meta.url).resolve("@graphql-yoga/render-graphiql/package.json"),
);
const graphiql = await import(pathToFileURL(join(graphiqlFolder, "esm/graphiql.js")));

await rm(draft, { recursive: true, force: true });
await mkdir(join(draft, "assets"), { recursive: true });
const [css, style, js, boot, editorWorkerService, json, graphql] = await Promise.all([
  asset("graphiql.css", graphiql.css),
  asset("playground.css", await readFile(join(source, "app/playground.css"), "utf8")),
  asset("graphiql.js", graphiql.js),
  modules(join(source, "app"), "boot.js"),
  asset("editor-worker.js", graphiql.editorWorkerService),
  asset("json-worker.js", graphiql.jsonWorker),
  asset("graphql-worker.js", graphiql.graphqlWorker),
]);
for (const { file, ...page } of PAGES) {
  const tabs = await examples(page.name, page.headers);
  await compressed(
    join(draft, file),
    pageHtml(
      { ...page, logo: LOGO, tabs, workers: { editorWorkerService, json, graphql } },
      { css, style, js, boot },
    ),
  );
}
const ofSandbox = (name) => readFile(join(source, "sandbox", name), "utf8");
const [sandboxCss, sandboxJs, sandboxHtml] = await Promise.all([
  ofSandbox("sandbox.css").then((css) => asset("sandbox.css", css)),
  ofSandbox("sandbox.js").then((js) => asset("sandbox.js", js)),
  ofSandbox("sandbox.html"),
]);
await compressed(
  join(draft, "sandbox.html"),
  sandboxHtml
    .replaceAll("{{icon}}", ICON)
    .replace("{{css}}", sandboxCss)
    .replace("{{js}}", sandboxJs),
);
await rm(target, { recursive: true, force: true });
await rename(draft, target);
