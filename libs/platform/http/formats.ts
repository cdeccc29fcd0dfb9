import { ApiProperty } from '@nestjs/swagger';

/** An id in an answer, for OpenAPI. */
export const Uuid = (): PropertyDecorator => ApiProperty({ format: 'uuid' });

/** A moment in an answer, for OpenAPI. */
export const Moment = (): PropertyDecorator => ApiProperty({ format: 'date-time' });

/** A day in an answer, for OpenAPI. */
export const Day = (): PropertyDecorator => ApiProperty({ format: 'date' });
