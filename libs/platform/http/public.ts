import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'tsunagi:public';

/** A route that needs no sign-in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);
