/** The description of the API as a page: no script, no network, made of the same document as openapi.json. */
import { html } from 'hono/html';
import { getDocsStyle, getOpenApi } from '#contract/endpoints.ts';
import type { JsonSchema, OpenApiDocument, Operation } from '#contract/openapi.ts';
import type { ParameterObject } from '#contract/parameter.ts';

export function docsPage(document: OpenApiDocument) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const schemas = Object.entries(document.components.schemas);
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${document.info.title}</title>
<link rel="stylesheet" href="${getDocsStyle.path}">
</head>
<body>
<header>
<h1>${document.info.title}</h1>
<p>${document.info.description}</p>
<p><a href="${getOpenApi.path}">openapi.json</a> · OpenAPI ${document.openapi}</p>
</header>
<nav aria-label="接口 — Endpoints"><ul>
${operations.map(
  ({ path, operation }) =>
    html`<li><a href="#${operation.operationId}"><code>${path}</code> ${operation.summary}</a></li>`,
)}
</ul></nav>
<main>
${operations.map(({ path, method, operation }) => operationSection(method, path, operation))}
<section id="schemas">
<h2>数据结构 — Schemas</h2>
${schemas.map(([name, schema]) => schemaSection(name, schema))}
</section>
</main>
</body>
</html>
`;
}

function operationSection(method: string, path: string, operation: Operation) {
  const { operationId, summary, description, parameters, responses } = operation;
  return html`<section id="${operationId}">
<h2><code><b>${method.toUpperCase()}</b> ${path}</code></h2>
<p>${summary}</p>
${description ? html`<p class="muted">${description}</p>` : ''}
${parameters.length > 0 ? parameterTable(parameters) : ''}
${bodyLine(operation)}
<table>
<caption>回应 — Responses</caption>
<thead><tr><th scope="col">状态 Status</th><th scope="col">类型 Type</th><th scope="col">内容 Content</th></tr></thead>
<tbody>${Object.entries(responses).map(([status, response]) => responseRow(status, response))}</tbody>
</table>
</section>`;
}

function bodyLine({ requestBody }: Operation) {
  const { content = {} } = (requestBody ?? {}) as {
    content?: Readonly<Record<string, { schema?: JsonSchema }>>;
  };
  return Object.entries(content).map(
    ([type, { schema }]) =>
      html`<p>请求体 — Body: <code>${type}</code> ${schema ? typeWords(schema) : ''}</p>`,
  );
}

function parameterTable(parameters: readonly ParameterObject[]) {
  return html`<table>
<caption>参数 — Parameters</caption>
<thead><tr><th scope="col">名称 Name</th><th scope="col">说明 Meaning</th><th scope="col">允许 Allowed</th><th scope="col">例 Example</th></tr></thead>
<tbody>${parameters.map(
    (parameter) => html`<tr>
<th scope="row"><code>${parameter.name}</code>${parameter.in === 'query' ? '' : html` <small>${parameter.in}</small>`}</th>
<td>${parameter.description}</td>
<td>${typeWords(parameter.schema as JsonSchema)}</td>
<td>${parameter.example === undefined ? '' : html`<code>${String(parameter.example)}</code>`}</td>
</tr>`,
  )}</tbody>
</table>`;
}

function responseRow(status: string, response: object) {
  const { description = '', content = {} } = response as {
    description?: string;
    content?: Readonly<Record<string, { schema?: JsonSchema }>>;
  };
  const types = Object.entries(content);
  return html`<tr><th scope="row"><code>${status}</code></th>
<td>${types.map(([type]) => html`<code>${type}</code>`)}</td>
<td>${types.map(([, { schema }]) => (schema ? typeWords(schema) : ''))} ${description === 'OK' ? '' : description}</td></tr>`;
}

function schemaSection(name: string, schema: JsonSchema) {
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>);
  const required = (schema['required'] ?? []) as readonly string[];
  return html`<section id="schema-${name}">
<h3>${name}</h3>
<table>
<thead><tr><th scope="col">字段 Field</th><th scope="col">类型 Type</th><th scope="col">说明 Meaning</th></tr></thead>
<tbody>${properties.map(
    ([field, property]) => html`<tr>
<th scope="row"><code>${field}</code>${required.includes(field) ? '' : html` <small>可无 optional</small>`}</th>
<td>${typeWords(property)}</td>
<td>${String(property['description'] ?? '')}</td>
</tr>`,
  )}</tbody>
</table>
</section>`;
}

type Markup = ReturnType<typeof html> | string;

/** A type as people write it: `Quantity | null`, `string[]`, `office | retailPodium`. */
function typeWords(schema: JsonSchema): Markup {
  const { $ref, anyOf, items, type, minimum, maximum, additionalProperties } = schema;
  const values = schema['enum'] as readonly unknown[] | undefined;
  if (typeof $ref === 'string') {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  if (Array.isArray(anyOf)) return joined(anyOf as readonly JsonSchema[]);
  if (values) return html`<code>${values.join(' | ')}</code>`;
  if (items) {
    const each = items as JsonSchema;
    return each['enum'] ? html`(${typeWords(each)})[]` : html`${typeWords(each)}[]`;
  }
  if (additionalProperties && typeof additionalProperties === 'object') {
    return html`{ [key]: ${typeWords(additionalProperties as JsonSchema)} }`;
  }
  const range = minimum === undefined && maximum === undefined ? '' : ` ${minimum ?? ''}–${maximum ?? ''}`;
  return html`<code>${Array.isArray(type) ? type.join(' | ') : String(type ?? 'any')}${range}</code>`;
}

function joined(parts: readonly JsonSchema[]): Markup {
  return html`${parts.map((part, i) => html`${i === 0 ? '' : ' | '}${typeWords(part)}`)}`;
}
