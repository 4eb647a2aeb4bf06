import { createHash } from 'node:crypto';
import type { OpenApiDocument, Operation, Parameter } from './document.ts';
import { Html, html } from './html.ts';
import { fieldTable, typeWords } from './schema-words.ts';
import { STYLE } from './style.ts';

/** The page needs nothing from anywhere: one style element, no scripts. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** Byte for byte what the policy's hash was made of. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

interface Entry {
  method: string;
  path: string;
  operation: Operation;
}

/** The OpenAPI document as a page for people. */
export function renderPage(document: OpenApiDocument): string {
  const entries = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const groups = document.tags.map(({ name }) => ({
    name,
    entries: entries.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const schemas = Object.entries(document.components.schemas);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <nav aria-label="Endpoints">
          ${groups.map(
            (group) =>
              html`<p>${group.name}</p>
                <ul>
                  ${group.entries.map(
                    ({ method, path, operation }) =>
                      html`<li>
                        <a href="#${operation.operationId}"><b>${method}</b> ${path}</a>
                      </li>`,
                  )}
                </ul>`,
          )}
          <p><a href="#schemas">Schemas</a></p>
        </nav>
        <main>
          <h1>${document.info.title}</h1>
          ${document.info.description.split('\n\n').map(paragraph)}
          <p>For machines: <a href="/openapi.json">/openapi.json</a></p>
          ${groups.map(
            (group) =>
              html`<h2>${group.name}</h2>
                ${group.entries.map((entry) => section(entry, document))}`,
          )}
          <h2 id="schemas">Schemas</h2>
          ${schemas.map(
            ([name, schema]) =>
              html`<section id="schema-${name}">
                <h3>${name}</h3>
                ${typeof schema['description'] === 'string' && html`<p>${schema['description']}</p>`}
                ${fieldTable(schema) ?? html`<p>${typeWords(schema)}</p>`}
              </section>`,
          )}
        </main>
      </body>
    </html> `;
  return page.text;
}

function section({ method, path, operation }: Entry, document: OpenApiDocument): Html {
  const scopes = operation.security.flatMap((requirement) => Object.values(requirement).flat());
  const body = operation.requestBody?.content['application/json'].schema;
  return html`<section id="${operation.operationId}">
    <h3><b>${method}</b> ${path}</h3>
    <p>${operation.summary}</p>
    <p>
      ${scopes.length > 0 ? html`Scope <code>${scopes.join(' ')}</code>` : 'Needs no token.'} · name
      <code>${operation.operationId}</code>
    </p>
    ${operation.parameters && parameterTable(operation.parameters)}
    ${
      body &&
      html`<h4>Body</h4>
        ${typeWords(body)}`
    }
    <h4>Answers</h4>
    <dl>${Object.entries(operation.responses).map(([status, response]) => answer(status, response, document))}</dl>
  </section>`;
}

function answer(status: string, response: Operation['responses'][string], document: OpenApiDocument): Html {
  if (!('$ref' in response)) {
    return html`<dt>${status}</dt>
      <dd>${typeWords(response.content['application/json'].schema)}</dd>`;
  }
  const shared = document.components.responses[response.$ref.slice('#/components/responses/'.length)];
  return html`<dt>${status}</dt>
    <dd>${shared?.description}</dd>`;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  const rows = parameters.map(
    ({ name, in: place, required, schema, description }) =>
      html`<tr>
        <th scope="row"><code>${name}</code></th>
        <td>${place}${required ? ', required' : ''}</td>
        <td>${typeWords(schema)}</td>
        <td>${description}</td>
      </tr>`,
  );
  return html`<h4>Parameters</h4>
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">In</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

/** Backticks in the document's text mark code. */
function paragraph(text: string): Html {
  const parts = text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
  return html`<p>${parts}</p>`;
}
