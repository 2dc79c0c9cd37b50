/** What a browser may do with what this server sends: nothing but what the page needs. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * Strict headers for every answer. No HSTS: the server speaks plain HTTP and leaves TLS to whatever stands
 * before it.
 * @param tiles origin of online tiles, or null
 */
export function securityHeaders(tiles: string | null): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', ...(tiles === null ? [] : [tiles])],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      fontSrc: ["'self'"],
      manifestSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    xXssProtection: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xDnsPrefetchControl: false,
    permissionsPolicy: {
      camera: [],
      microphone: [],
      payment: [],
      usb: [],
      geolocation: ['self'],
      fullscreen: ['self'],
    },
  });
}
