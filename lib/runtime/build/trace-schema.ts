import { z } from 'zod';
import { TraceDocumentSchema } from '../../trace/schema';

/** The text of the published JSON Schema of what `npm run trace` prints, made from the zod schema. */
export function traceJsonSchema(): string {
  const schema = z.toJSONSchema(TraceDocumentSchema, {
    target: 'draft-2020-12',
    io: 'output',
    reused: 'ref',
  });
  const described = {
    ...schema,
    title: 'ORM Pilot trace',
    description:
      'What a program did with Django and with SQLAlchemy, and every SQL statement that it sent. ' +
      'Lines count from 1; columns from 0 in UTF-16 units, ends exclusive; times are microseconds.',
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
