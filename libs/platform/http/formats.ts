import { ApiExtension, ApiProperty } from '@nestjs/swagger';

/** An id in an answer, for OpenAPI. */
export const Uuid = (): PropertyDecorator => ApiProperty({ format: 'uuid' });

/** A moment in an answer, for OpenAPI. */
export const Moment = (): PropertyDecorator => ApiProperty({ format: 'date-time' });

/** A day in an answer, for OpenAPI. */
export const Day = (): PropertyDecorator => ApiProperty({ format: 'date' });

/** A POST that is no command of a case: a question that may stand in no address, or what concerns a person's own way in. */
export const Asks = (): MethodDecorator => ApiExtension('x-asks', true);
