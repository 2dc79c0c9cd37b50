/** Who may import whom: ARCHITECTURE.md's table, held by `npm run check:imports` and by a test that breaks it. */
import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { SourceFile } from './source-files.ts';

interface Layer {
  readonly folder: string;
  /** Folders of other layers whose files may be imported. */
  readonly layers: readonly string[];
  readonly packages: readonly string[];
  /** Folders that only a dynamic import may reach. */
  readonly lazily?: readonly string[];
}

const react = ['react', 'react-dom'];
const aria = ['react-aria-components', 'react-aria'];

/** The deepest folder that holds a file decides. */
const layers: readonly Layer[] = [
  { folder: 'src/domain', layers: [], packages: [] },
  { folder: 'src/contract', layers: ['src/domain'], packages: ['zod'] },
  { folder: 'src/ui', layers: [], packages: [...react, ...aria] },
  { folder: 'src/format', layers: ['src/domain'], packages: react },
  {
    folder: 'src/client',
    layers: ['src/domain', 'src/contract'],
    packages: [...react, 'zod', '@tanstack/react-query'],
  },
  {
    folder: 'src/views',
    layers: ['src/ui', 'src/format', 'src/domain'],
    packages: [
      ...react,
      ...aria,
      'leaflet',
      'gcoord',
      'd3-scale',
      'recharts',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
    ],
  },
  {
    folder: 'src/features',
    layers: ['src/views', 'src/ui', 'src/format', 'src/client', 'src/domain', 'src/contract'],
    packages: [...react, ...aria, '@tanstack/react-query', 'zustand'],
  },
  {
    folder: 'src/app',
    layers: ['src/features', 'src/views', 'src/ui', 'src/format', 'src/client', 'src/domain', 'src/contract'],
    packages: [...react, ...aria, '@tanstack/react-query', 'wouter'],
    lazily: ['mocks'],
  },
  {
    folder: 'server/api',
    layers: ['src/domain', 'src/contract'],
    packages: ['hono', 'zod', '@uwdata/flechette'],
  },
  {
    folder: 'server/import',
    layers: ['src/domain'],
    packages: ['papaparse', 'hucre', 'yauzl', 'node:'],
  },
  {
    folder: 'server/jobs',
    layers: ['src/domain', 'src/contract', 'server/api', 'server/import', 'server/store', 'server/text'],
    packages: ['hono', 'zod', 'node:'],
  },
  { folder: 'server/text', layers: ['src/domain'], packages: ['pinyin-pro', 'opencc-js', 'gcoord'] },
  {
    folder: 'server/store',
    layers: ['src/domain', 'server/api'],
    packages: ['kysely', 'pg', 'node:'],
  },
  { folder: 'server/backup', layers: ['src/domain', 'server/store'], packages: ['kysely', 'node:'] },
  {
    folder: 'server/accounts',
    layers: ['src/domain', 'src/contract', 'server/api', 'server/store'],
    packages: ['better-auth', 'hono', 'kysely', 'zod', 'node:'],
  },
  {
    folder: 'server',
    layers: [
      'src/domain',
      'src/contract',
      'server/accounts',
      'server/api',
      'server/import',
      'server/jobs',
      'server/store',
      'server/backup',
      'server/text',
      'mocks/sample',
    ],
    packages: ['hono', '@hono/node-server', 'node:'],
  },
  { folder: 'mocks/sample', layers: ['src/domain'], packages: [] },
  {
    folder: 'mocks',
    layers: ['src/domain', 'src/contract', 'server/api', 'server/text', 'mocks/sample'],
    packages: ['msw'],
  },
];

const byDepth = layers.toSorted((a, b) => b.folder.length - a.folder.length);
const aliases: Readonly<Record<string, string>> = { server: 'server', mocks: 'mocks' };

function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function layerOf(path: string): Layer | null {
  return byDepth.find((layer) => isInside(path, layer.folder)) ?? null;
}

/** The file that a specifier names, from the root; null for a package. */
function targetOf(specifier: string, importer: string): string | null {
  const subpath = /^#(\w+)\/(.*)$/.exec(specifier);
  if (subpath) return `${aliases[subpath[1] ?? ''] ?? `src/${subpath[1]}`}/${subpath[2]}`;
  return specifier.startsWith('.') ? posix.join(posix.dirname(importer), specifier) : null;
}

interface ImportSite {
  readonly specifier: string;
  readonly isDynamic: boolean;
}

function importsOf({ path, text }: SourceFile): ImportSite[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const fixed = [
    ...module.staticImports.map((site) => site.moduleRequest.value),
    ...module.staticExports.flatMap((site) =>
      site.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ];
  const dynamic = module.dynamicImports.map((site) =>
    text.slice(site.moduleRequest.start, site.moduleRequest.end).replaceAll(/['"`]/g, ''),
  );
  return [
    ...[...new Set(fixed)].map((specifier) => ({ specifier, isDynamic: false })),
    ...dynamic.map((specifier) => ({ specifier, isDynamic: true })),
  ];
}

function isAllowedPackage(layer: Layer, specifier: string): boolean {
  return layer.packages.some(
    (name) =>
      specifier === name ||
      specifier.startsWith(`${name}/`) ||
      (name === 'node:' && specifier.startsWith(name)),
  );
}

/** `src/features/find/…` → `src/features/find`: features do not know each other. */
function featureOf(path: string): string | null {
  return /^src\/features\/[^/]+/.exec(path)?.[0] ?? null;
}

function whyNotImport(layer: Layer, importer: string, { specifier, isDynamic }: ImportSite): string | null {
  const target = targetOf(specifier, importer);
  if (target === null) {
    return isAllowedPackage(layer, specifier) ? null : `${layer.folder} may not use the package ${specifier}`;
  }
  const to = layerOf(target);
  const isOwn = to === layer && featureOf(target) === featureOf(importer);
  if (isOwn || layer.layers.some((folder) => to?.folder === folder)) return null;
  const isLazy = layer.lazily?.some((folder) => isInside(target, folder)) ?? false;
  if (isLazy)
    return isDynamic ? null : `${target} may be reached from ${layer.folder} by a dynamic import only`;
  return `${layer.folder} may not import ${target}`;
}

/** One line for each import that the table forbids. Tests and tools are outside of it. */
export function importProblems(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !/\.test\.tsx?$/.test(path))
    .flatMap((file) => {
      const layer = layerOf(file.path);
      if (!layer) return [];
      return importsOf(file).flatMap((site) => {
        const why = whyNotImport(layer, file.path, site);
        return why ? [`${file.path}: ${why}`] : [];
      });
    });
}
