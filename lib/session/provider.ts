import 'server-only'
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import { env } from '../env'

/** The provider's name in addresses and in the database; what people read is OIDC_NAME. */
export const providerId = 'oidc'

/** What the provider is called; undefined where the environment names none. */
export const providerName = env.OIDC_ISSUER === undefined ? undefined : (env.OIDC_NAME ?? new URL(env.OIDC_ISSUER).host)

/** The provider of the environment, as better-auth wants it. */
export function findProvider(): GenericOAuthConfig<typeof providerId> | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined
  return {
    providerId,
    discoveryUrl: `${issuer.replace(/[/]$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    // Signing out here is not signing out of the school.
    disableProviderLogout: true,
    // A provider may leave the name out; the account has to be called something.
    mapProfileToUser: ({ name, email }) => ({ name: name ?? email ?? 'Timewait' }),
  }
}
