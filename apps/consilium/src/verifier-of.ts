import type { IssuerConfig } from '@consilium/platform-config';
import { readRoleMap, type VerifierOptions } from '@consilium/platform-identity';

/** How tokens of the configured issuer are checked and read. */
export function verifierOf(config: IssuerConfig): VerifierOptions {
  const { issuer, audience, jwks, jwksUrl, roleMap, hospitalMap } = config;
  return {
    issuer,
    audience,
    ...(jwks === undefined ? {} : { jwks: JSON.parse(jwks) as NonNullable<VerifierOptions['jwks']> }),
    ...(jwksUrl === undefined ? {} : { jwksUrl }),
    claims: {
      role: config.roleClaim,
      hospitals: config.hospitalsClaim,
      ...(roleMap === undefined ? {} : { roleMap: readRoleMap(roleMap) }),
      ...(hospitalMap === undefined ? {} : { hospitalMap }),
    },
  };
}
