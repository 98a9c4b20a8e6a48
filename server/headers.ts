import type { FastifyInstance } from 'fastify';

/** Scripts and data from here only; Vega sets style attributes, and draws images from canvases. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/**
 * The program that reads a vendor's own file, apart from the page: it may compile what it runs, as the data-frame
 * library it uses does, and may reach nothing, neither network nor page.
 */
export const readerPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'none'";

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Security headers on every answer; the API's figures are open data, readable from any site. */
export function registerHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    if (request.url.startsWith('/api/')) reply.header('access-control-allow-origin', '*');
    done();
  });
}
