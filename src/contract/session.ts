/** Who is asking, and how this installation is set up. */
import * as z from 'zod/mini';
import { roles } from '#domain/visibility.ts';

/** Chooses a role for one request, where the server leaves the choice to the visitor. */
export const personaHeader = 'x-loulan-persona';

/** Roles that a visitor of the sample may try on. */
export const personas = ['public', 'staff', 'manager'] as const;
export type Persona = (typeof personas)[number];
export const defaultPersona: Persona = 'manager';

export const meSchema = z.object({
  role: z.enum(roles),
  /** Roles to choose from; null where accounts decide. */
  personas: z.nullable(z.array(z.enum(personas))),
  /** Who is signed in; null for everybody else. */
  account: z.nullable(z.object({ id: z.string(), name: z.string() })),
});
export type Me = z.infer<typeof meSchema>;

export const tileDatums = ['wgs84', 'gcj02'] as const;

export const settingsSchema = z.object({
  version: z.string(),
  /** Whether the server tells of changes while they happen. */
  live: z.boolean(),
  /** Whether files can be imported here. */
  imports: z.boolean(),
  /** The operator's online tiles; null where the map stays with its own vector base. */
  tiles: z.nullable(z.object({ url: z.string(), datum: z.enum(tileDatums), attribution: z.string() })),
  /**
   * `service`: name of the organisation's own sign-in service, if any. `passwordLength`: least characters of a
   * new password. null where nobody can sign in.
   */
  signIn: z.nullable(z.object({ service: z.nullable(z.string()), passwordLength: z.number() })),
});
export type Settings = z.infer<typeof settingsSchema>;

export const healthSchema = z.object({ status: z.literal('ok'), revision: z.string() });
export type Health = z.infer<typeof healthSchema>;
