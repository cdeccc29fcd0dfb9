import { Module, type DynamicModule } from '@nestjs/common';
import type { PlatformOptions } from '#platform';
import { base, HTTP } from '../contexts.js';

@Module({})
export class ApiModule {
  static of(options: PlatformOptions): DynamicModule {
    return { module: ApiModule, imports: [...base(options), ...HTTP] };
  }
}
