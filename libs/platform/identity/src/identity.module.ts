import { Module, type DynamicModule } from '@nestjs/common';
import { TokenVerifier, type VerifierOptions } from './token-verifier.js';

@Module({})
export class IdentityModule {
  static register(options: VerifierOptions): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [{ provide: TokenVerifier, useValue: new TokenVerifier(options) }],
      exports: [TokenVerifier],
    };
  }
}
